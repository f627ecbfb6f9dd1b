using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

public class EndingTests
{
    [Theory]
    [InlineData(CallbackStatus.Waiting)]
    [InlineData(CallbackStatus.Offering)]
    [InlineData(CallbackStatus.Delayed)]
    public void A_cancellation_ends_it_at_once_with_who_and_why(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        var told = world.Do(new CallbackInput.Cancel(id, "supervisor", "called twice"));
        var changed = Assert.IsType<CallbackOutput.Changed>(told[0]);
        Assert.Equal(("cancelled", "supervisor", "called twice"), (changed.Event, changed.Who, changed.Why));
        Assert.Equal(CallbackStatus.Cancelled, changed.Request.Status);
        Assert.Equal(status == CallbackStatus.Offering, changed.Attempt?.Outcome == AttemptOutcome.Withdrawn);
        Assert.Empty(world.Line);
    }

    [Fact]
    public void A_cancelled_request_whose_customer_is_rung_ends_when_the_attempt_fails()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.Do(new CallbackInput.Cancel(id, "api", "asked"));
        Assert.Equal(CallbackStatus.Dialling, world.Rows[id].Status);
        world.Do(new CallbackInput.DiallingFailed(id, AttemptOutcome.RingNoAnswer, 480));
        Assert.Equal(CallbackStatus.Cancelled, world.Rows[id].Status);
        Assert.Equal(AttemptOutcome.RingNoAnswer, world.Attempts[(id, 1)].Outcome);
    }

    [Fact]
    public void A_cancelled_request_whose_customer_answers_is_completed()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.Do(new CallbackInput.Cancel(id, "api", "asked"));
        world.Do(new CallbackInput.CustomerConnected(id));
        world.Do(new CallbackInput.CallEnded(id));
        Assert.Equal(CallbackStatus.Completed, world.Rows[id].Status);
    }

    [Fact]
    public void A_cancellation_in_mind_outlives_a_restart()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.Do(new CallbackInput.Cancel(id, "api", "asked"));
        Assert.Equal(CallbackStatus.Cancelled, world.Restart().Rows[id].Status);
    }

    [Fact]
    public void A_connected_call_cannot_be_cancelled()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Connected);
        Assert.Equal([new CallbackOutput.CommandRefused(id, "not-in-state")], world.Do(new CallbackInput.Cancel(id, "api", "late")));
    }

    [Theory]
    [InlineData(CallbackStatus.Waiting)]
    [InlineData(CallbackStatus.Offering)]
    [InlineData(CallbackStatus.Delayed)]
    public void Who_reached_an_agent_by_other_means_is_served_and_not_dialled(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        world.Do(new CallbackInput.Serve(id));
        Assert.Equal(CallbackStatus.Served, world.Rows[id].Status);
        Assert.Empty(world.Line);
        world.Offer(id);
        Assert.Equal(new CallbackOutput.CommandRefused(id, "not-open"), world.Told[^1]);
    }

    [Fact]
    public void Being_served_while_rung_ends_it_when_the_attempt_fails()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.Do(new CallbackInput.Serve(id));
        world.Do(new CallbackInput.DiallingFailed(id, AttemptOutcome.Busy, 486));
        Assert.Equal(CallbackStatus.Served, world.Rows[id].Status);
    }

    [Fact]
    public void Outside_calling_hours_nothing_is_in_line_and_expiry_goes_on()
    {
        var world = new BookUnderTest();
        var waiting = world.Into(CallbackStatus.Waiting, 1);
        var offering = world.Into(CallbackStatus.Offering, 2);
        var dialling = world.Into(CallbackStatus.Dialling, 3);
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, false));
        Assert.Empty(world.Line);
        Assert.Equal(CallbackStatus.Waiting, world.Rows[offering].Status);
        Assert.Equal(AttemptOutcome.Withdrawn, world.Attempts[(offering, 1)].Outcome);
        Assert.Equal(CallbackStatus.Dialling, world.Rows[dialling].Status);

        world.Ask(4, "+15145550004");
        world.Offer(waiting);
        Assert.Equal(new CallbackOutput.CommandRefused(waiting, "closed"), world.Told[^1]);
        world.After(BookUnderTest.Terms.CancelAfter);
        Assert.Empty(world.Line);
        Assert.Equal(CallbackStatus.Expired, world.Rows[waiting].Status);
    }

    [Fact]
    public void Opening_again_puts_them_back_in_order_of_place()
    {
        var world = new BookUnderTest { Now = BookUnderTest.Start + TimeSpan.FromHours(1) };
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, false));
        world.Ask(1, "+15145550001", place: BookUnderTest.Start + TimeSpan.FromMinutes(5));
        world.Ask(2, "+15145550002", place: BookUnderTest.Start);
        var told = world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, true));
        Assert.Equal([2, 1], told.OfType<CallbackOutput.EnteredLine>().Select(e => e.Request.Id.Value));
        Assert.Empty(world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, true)));
    }
}
