using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

public class WindowTests
{
    private static readonly Instant Three = BookUnderTest.Start + TimeSpan.FromHours(3);

    private static readonly CallbackWindow Afternoon = new(Three, Three + TimeSpan.FromHours(2));

    private static CallbackId AskFor(BookUnderTest world, CallbackWindow window, long id = 1)
    {
        world.Do(BookUnderTest.Request(id, $"+1514555{id:0000}") with { Window = window });
        return new CallbackId(id);
    }

    private static CallbackInput.Reschedule To(CallbackId id, CallbackWindow window) => new(id, window, BookUnderTest.Supervisor, "asked by mail");

    [Fact]
    public void It_is_delayed_until_the_window_begins_and_placed_there()
    {
        var world = new BookUnderTest();
        var id = AskFor(world, Afternoon);
        var row = world.Rows[id];
        Assert.Equal((CallbackStatus.Delayed, Three, Three, Afternoon.Until), (row.Status, row.DueAt, row.Place, row.ExpiresAt));
        Assert.Equal(Afternoon, row.Handling!.Window);
        Assert.Contains(new CallbackOutput.Accepted(row), world.Told);
        Assert.Empty(world.Line);

        world.Now = Three - TimeSpan.FromTicks(1);
        Assert.Empty(world.Do(new CallbackInput.TimePassed()));
        world.After(TimeSpan.FromTicks(1));
        Assert.Contains(id, world.Line);
    }

    [Fact]
    public void It_expires_when_the_window_ends()
    {
        var world = new BookUnderTest();
        var id = AskFor(world, Afternoon);
        world.Now = Three;
        world.Fail(id);
        world.Now = Afternoon.Until;
        world.Do(new CallbackInput.TimePassed());
        Assert.Equal(CallbackStatus.Expired, world.Rows[id].Status);
    }

    [Fact]
    public void One_that_has_begun_is_for_now_at_the_callers_own_place()
    {
        var world = new BookUnderTest { Now = BookUnderTest.Start + TimeSpan.FromMinutes(5) };
        var id = AskFor(world, new CallbackWindow(BookUnderTest.Start, Three));
        Assert.Equal((CallbackStatus.Waiting, BookUnderTest.Start, Three), (world.Rows[id].Status, world.Rows[id].Place, world.Rows[id].ExpiresAt));
        Assert.Contains(id, world.Line);
    }

    public static TheoryData<double, double, bool> Windows => new()
    {
        { 0, 119, false },
        { 0, 120, true },
        { -60, 59, false },
        { -60, 120, true },
        { 60, 60, false },
        { 120, 60, false },
        { -120, -60, false },
        { 60, 60 + (72 * 3600), true },
        { 60, 61 + (72 * 3600), false },
        { 30 * 86400, (30 * 86400) + 120, true },
        { (30 * 86400) + 1, (30 * 86400) + 200, false },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void A_window_must_be_near_and_long_enough(double from, double until, bool taken)
    {
        var world = new BookUnderTest();
        var window = new CallbackWindow(world.Now + TimeSpan.FromSeconds(from), world.Now + TimeSpan.FromSeconds(until));
        var told = world.Do(BookUnderTest.Request(1) with { Window = window });
        Assert.Equal(taken, told.Any(t => t is CallbackOutput.Accepted));
        Assert.Equal(!taken, told.Contains(new CallbackOutput.Refused(new CallbackId(1), "bad-window")));

        var other = world.Ask(2, "+15145550002");
        told = world.Do(To(other, window));
        Assert.Equal(!taken, told.Contains(new CallbackOutput.CommandRefused(other, "bad-window")));
    }

    [Theory]
    [InlineData(CallbackStatus.Waiting)]
    [InlineData(CallbackStatus.Offering)]
    [InlineData(CallbackStatus.Delayed)]
    public void Rescheduled_it_keeps_its_place_and_its_attempts(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        var before = world.Rows[id];
        var told = world.Do(To(id, Afternoon));
        var changed = Assert.IsType<CallbackOutput.Changed>(told[0]);
        Assert.Equal(("rescheduled", "supervisor"), (changed.Event, changed.Who));
        Assert.EndsWith(": asked by mail", changed.Why, StringComparison.Ordinal);
        var row = world.Rows[id];
        Assert.Equal((CallbackStatus.Delayed, Three, Afternoon.Until), (row.Status, row.DueAt, row.ExpiresAt));
        Assert.Equal((before.Place, before.AttemptsUsed), (row.LinePlace, row.AttemptsUsed));
        Assert.Empty(world.Line);
        Assert.Equal(status == CallbackStatus.Offering, changed.Attempt?.Outcome == AttemptOutcome.Withdrawn);

        world.Now = Three;
        world.Do(new CallbackInput.TimePassed());
        Assert.Contains(id, world.Line);
    }

    [Fact]
    public void An_attempt_that_a_rejection_left_open_is_closed()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Do(new CallbackInput.OfferRejected(id));
        world.Do(To(id, Afternoon));
        Assert.Equal(AttemptOutcome.Withdrawn, world.Attempts[(id, 1)].Outcome);
        Assert.Null(world.Rows[id].CurrentAttempt);
    }

    [Fact]
    public void Rescheduled_to_what_has_begun_it_is_in_line_again_for_another_agent()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        var told = world.Do(To(id, new CallbackWindow(world.Now, Three)));
        Assert.Equal([new CallbackOutput.LeftLine(id), new CallbackOutput.EnteredLine(world.Rows[id])], told.Skip(1));
        Assert.Equal(Three, world.Rows[id].ExpiresAt);
    }

    [Fact]
    public void Called_earlier_than_first_asked_for_it_stands_behind_who_came_before()
    {
        var world = new BookUnderTest();
        var id = AskFor(world, Afternoon);
        var two = BookUnderTest.Start + TimeSpan.FromHours(2);
        world.Do(To(id, new CallbackWindow(two, Three)));
        Assert.Equal((Three, two), (world.Rows[id].Place, world.Rows[id].LinePlace));

        var other = AskFor(world, Afternoon, 2);
        world.After(TimeSpan.FromMinutes(1));
        world.Do(new CallbackInput.RetryNow(other, BookUnderTest.Supervisor, "rang to ask for it"));
        Assert.Equal((Three, world.Now), (world.Rows[other].Place, world.Rows[other].LinePlace));
        Assert.Null(world.Rows[other].Handling!.Window);
        Assert.Contains(other, world.Line);
        Assert.Equal(Afternoon.Until, world.Rows[other].ExpiresAt);
    }

    [Fact]
    public void It_outlives_a_restart()
    {
        var world = new BookUnderTest();
        var id = AskFor(world, Afternoon);
        var after = world.Restart(TimeSpan.FromHours(1));
        Assert.Equal(CallbackStatus.Delayed, after.Rows[id].Status);
        Assert.Contains(id, world.Restart(TimeSpan.FromHours(4)).Line);
        Assert.Equal(CallbackStatus.Expired, world.Restart(TimeSpan.FromHours(5)).Rows[id].Status);
    }
}
