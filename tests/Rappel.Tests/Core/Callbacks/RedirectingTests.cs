using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

public class RedirectingTests
{
    private const string Other = "other-callbacks";

    private static CallbackInput.ChangeNumber Number(CallbackId id, string number, string? zone = null) =>
        new(id, number, "second", zone, BookUnderTest.Supervisor, "mistyped");

    private static CallbackInput.Transfer To(CallbackId id, string queue = Other, int cap = 10) =>
        new(id, queue, cap, BookUnderTest.Supervisor, "speaks to us");

    private static CallbackInput.Assign For(CallbackId id, string? agent) => new(id, agent, BookUnderTest.Supervisor, "knows the file");

    [Theory]
    [InlineData(CallbackStatus.Waiting)]
    [InlineData(CallbackStatus.Offering)]
    [InlineData(CallbackStatus.Delayed)]
    public void No_record_is_orphaned_when_the_number_is_changed(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        var before = world.Rows[id];
        var told = world.Do(Number(id, "+15145559999"));
        var changed = Assert.IsType<CallbackOutput.Changed>(told[0]);
        Assert.Equal(("number-changed", "supervisor", "+15145550001 -> +15145559999: mistyped"), (changed.Event, changed.Who, changed.Why));
        var row = world.Rows[id];
        Assert.Equal(("+15145559999", "second"), (row.Number, row.Trunk));
        Assert.Equal(
            (before.Place, before.AttemptsUsed, before.ExpiresAt, before.DueAt, before.Interaction),
            (row.Place, row.AttemptsUsed, row.ExpiresAt, row.DueAt, row.Interaction));
        Assert.Equal(id, world.Book.FindOpen(BookUnderTest.Queue, "+15145559999")?.Id);
        Assert.Null(world.Book.FindOpen(BookUnderTest.Queue, before.Number));
        Assert.Equal(status == CallbackStatus.Delayed ? CallbackStatus.Delayed : CallbackStatus.Waiting, row.Status);
        Assert.Equal(status != CallbackStatus.Delayed, world.Line.Contains(id));
        Assert.Equal(status == CallbackStatus.Offering, told.Contains(new CallbackOutput.LeftLine(id)));
        world.Do(new CallbackInput.Cancel(id, "api", "over"));
        Assert.Null(world.Book.FindOpen(BookUnderTest.Queue, "+15145559999"));
    }

    [Theory]
    [InlineData(CallbackStatus.Dialling)]
    [InlineData(CallbackStatus.Connected)]
    public void A_customer_being_rung_or_talking_is_left_alone(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        world.Refused("not-in-state", Number(id, "+15145559999"), id);
        world.Refused("not-in-state", To(id), id);
        world.Refused("not-in-state", For(id, "1002"), id);
        world.Refused("not-in-state", new CallbackInput.Reorder(id, BookUnderTest.Start, "s", "w"), id);
        world.Refused("not-in-state", new CallbackInput.RetryNow(id, "s", "w"), id);
    }

    [Fact]
    public void A_number_that_is_pending_already_is_refused_and_so_is_none()
    {
        var world = new BookUnderTest();
        var first = world.Ask(1, "+15145550001");
        world.Ask(2, "+15145550002");
        world.Refused("already-pending", Number(first, "+15145550002"), first);
        world.Refused("no-number", Number(first, " "), first);
        Assert.Equal(CallbackStatus.Waiting, world.Do(Number(first, "+15145550001")).OfType<CallbackOutput.Changed>().Single().Request.Status);
    }

    [Fact]
    public void The_old_number_may_ask_again_and_the_new_one_is_pending()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1, "+15145550001");
        world.Do(Number(id, "+15145550002"));
        Assert.IsType<CallbackOutput.AlreadyPending>(Assert.Single(world.Do(BookUnderTest.Request(2, "+15145550002"))));
        Assert.Contains(world.Do(BookUnderTest.Request(3, "+15145550001")), t => t is CallbackOutput.Accepted);
    }

    [Fact]
    public void A_number_in_another_zone_follows_the_hours_there()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, true));
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, false) { TimeZone = "America/Vancouver" });
        Assert.Contains(id, world.Line);
        world.Do(Number(id, "+16045550001", "America/Vancouver"));
        Assert.Empty(world.Line);
    }

    [Fact]
    public void Transferred_it_keeps_place_attempts_and_expiry_and_is_counted_there()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Delayed);
        var before = world.Rows[id];
        var changed = world.Do(To(id)).OfType<CallbackOutput.Changed>().Single();
        Assert.Equal(("transferred", "supervisor", $"{BookUnderTest.Queue} -> {Other}: speaks to us"), (changed.Event, changed.Who, changed.Why));
        Assert.Equal(before with { Revision = before.Revision + 1, Terms = before.Terms with { Queue = Other } }, world.Rows[id]);
        Assert.Equal((0, 1), (world.Book.OpenCount(BookUnderTest.Queue), world.Book.OpenCount(Other)));
        Assert.Equal((0, 1), (world.Book.DelayedCount(BookUnderTest.Queue), world.Book.DelayedCount(Other)));
        Assert.Equal(id, world.Book.FindOpen(Other, before.Number)?.Id);
        Assert.Empty(world.Book.ReadPending(BookUnderTest.Queue));
        Assert.Equal(1, world.Book.PositionOf(id));
    }

    [Theory]
    [InlineData(CallbackStatus.Waiting)]
    [InlineData(CallbackStatus.Offering)]
    public void Transferred_it_leaves_one_line_for_the_other(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status);
        world.Do(For(id, BookUnderTest.Agent));
        var told = world.Do(To(id));
        Assert.Equal([new CallbackOutput.LeftLine(id), new CallbackOutput.EnteredLine(world.Rows[id])], told.Skip(1));
        Assert.Equal(Other, world.Rows[id].Terms.Queue);
        Assert.Null(world.Rows[id].Handling);
    }

    [Fact]
    public void The_hours_duplicates_and_cap_of_the_other_queue_hold()
    {
        var world = new BookUnderTest();
        var first = world.Ask(1, "+15145550001");
        var second = world.Ask(2, "+15145550002");
        world.Ask(3, "+15145550001", BookUnderTest.Terms with { Queue = Other });
        world.Do(new CallbackInput.HoursChanged(Other, false));
        world.Refused("already-pending", To(first), first);
        world.Refused("pending-cap", To(second, cap: 1), second);
        world.Refused("not-in-state", To(second, BookUnderTest.Queue), second);
        world.Do(To(second, cap: 2));
        Assert.Equal([first], world.Line);
    }

    [Fact]
    public void Assigned_it_is_offered_to_that_agent_only()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        var told = world.Do(For(id, "1002"));
        Assert.Equal([new CallbackOutput.LeftLine(id), new CallbackOutput.EnteredLine(world.Rows[id])], told.Skip(1));
        Assert.Equal("any -> 1002: knows the file", Assert.IsType<CallbackOutput.Changed>(told[0]).Why);
        world.Refused("not-assigned", new CallbackInput.OfferBegan(id, "1001"), id);
        world.Offer(id, "1002");
        Assert.Equal(CallbackStatus.Offering, world.Rows[id].Status);
    }

    [Fact]
    public void An_offer_to_another_agent_is_withdrawn_and_one_to_this_agent_goes_on()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        Assert.Single(world.Do(For(id, BookUnderTest.Agent)));
        Assert.Equal(CallbackStatus.Offering, world.Rows[id].Status);
        var told = world.Do(For(id, "1002"));
        Assert.Equal([new CallbackOutput.LeftLine(id), new CallbackOutput.EnteredLine(world.Rows[id])], told.Skip(1));
        Assert.Equal(AttemptOutcome.Withdrawn, world.Attempts[(id, 1)].Outcome);
        world.Do(For(id, null));
        Assert.Null(world.Rows[id].Handling);
    }

    [Fact]
    public void An_offer_rejected_after_it_was_assigned_is_told_anew()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Do(For(id, BookUnderTest.Agent));
        var told = world.Do(new CallbackInput.OfferRejected(id));
        Assert.Equal(BookUnderTest.Agent, told.OfType<CallbackOutput.EnteredLine>().Single().Request.Handling?.AssignedAgent);
    }

    [Fact]
    public void A_request_may_be_assigned_from_the_first_offer_on()
    {
        var world = new BookUnderTest();
        var told = world.Do(BookUnderTest.Request(1) with { AssignedAgent = "1002" });
        Assert.Equal("1002", told.OfType<CallbackOutput.EnteredLine>().Single().Request.Handling?.AssignedAgent);
    }
}
