using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

public class HoldTests
{
    private static CallbackInput.Hold ByHand(CallbackId id) =>
        new(id, CallbackHold.ByHand, BookUnderTest.Supervisor) { Why = "waits for the pharmacy" };

    [Fact]
    public void A_held_request_is_out_of_line_until_released_and_keeps_its_place()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        var told = world.Do(ByHand(id));
        var changed = Assert.IsType<CallbackOutput.Changed>(told[0]);
        Assert.Equal(("held", "supervisor", "by-hand: waits for the pharmacy"), (changed.Event, changed.Who, changed.Why));
        Assert.Equal(new CallbackOutput.LeftLine(id), told[1]);
        Assert.Equal((CallbackStatus.Waiting, true, 1), (world.Rows[id].Status, world.Rows[id].IsHeld, world.Book.HeldCount(BookUnderTest.Queue)));
        world.Refused("held", new CallbackInput.OfferBegan(id, BookUnderTest.Agent), id);

        told = world.Do(new CallbackInput.Release(id, null, BookUnderTest.Supervisor));
        Assert.Equal("released", Assert.IsType<CallbackOutput.Changed>(told[0]).Event);
        Assert.Equal(BookUnderTest.Start, Assert.IsType<CallbackOutput.EnteredLine>(told[1]).Request.Place);
        Assert.Null(world.Rows[id].Handling);
        Assert.Equal(0, world.Book.HeldCount(BookUnderTest.Queue));
    }

    [Fact]
    public void An_offer_under_way_is_withdrawn_and_uses_no_attempt()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        Assert.Contains(new CallbackOutput.LeftLine(id), world.Do(ByHand(id)));
        Assert.Equal((CallbackStatus.Waiting, 0), (world.Rows[id].Status, world.Rows[id].AttemptsUsed));
        Assert.Equal(AttemptOutcome.Withdrawn, world.Attempts[(id, 1)].Outcome);
    }

    [Fact]
    public void One_asked_for_while_the_customer_is_rung_takes_effect_if_the_attempt_fails()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.Do(ByHand(id));
        Assert.Equal(CallbackStatus.Dialling, world.Rows[id].Status);
        world.Do(new CallbackInput.DiallingFailed(id, AttemptOutcome.Busy, 486));
        world.After(BookUnderTest.Terms.RetryDelay);
        Assert.Equal(CallbackStatus.Waiting, world.Rows[id].Status);
        Assert.Empty(world.Line);
        world.Do(new CallbackInput.Release(id, CallbackHold.ByHand, null));
        Assert.Contains(id, world.Line);
    }

    [Fact]
    public void A_customer_reached_although_held_is_completed()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.Do(ByHand(id));
        world.Do(new CallbackInput.CustomerConnected(id));
        world.Refused("not-in-state", new CallbackInput.Hold(id, CallbackHold.Fault, null), id);
        world.Do(new CallbackInput.CallEnded(id));
        Assert.Equal(CallbackStatus.Completed, world.Rows[id].Status);
    }

    [Fact]
    public void Expiry_goes_on_and_a_delay_ends_out_of_line()
    {
        var world = new BookUnderTest();
        var waiting = world.Into(CallbackStatus.Waiting, 1);
        var delayed = world.Into(CallbackStatus.Delayed, 2);
        world.Do(ByHand(waiting));
        world.Do(ByHand(delayed));
        world.After(BookUnderTest.Terms.RetryDelay);
        Assert.Equal(CallbackStatus.Waiting, world.Rows[delayed].Status);
        Assert.Empty(world.Line);
        world.After(BookUnderTest.Terms.CancelAfter);
        Assert.All(world.Rows.Values, r => Assert.Equal(CallbackStatus.Expired, r.Status));
    }

    [Fact]
    public void Hours_that_begin_do_not_release_it()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, false));
        world.Do(ByHand(id));
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, true));
        Assert.Empty(world.Line);
    }

    [Fact]
    public void Releasing_does_not_open_the_queue()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Do(ByHand(id));
        world.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, false));
        world.Do(new CallbackInput.Release(id, null, null));
        Assert.Empty(world.Line);
    }

    [Fact]
    public void A_graver_reason_replaces_a_lesser_and_not_the_other_way_round()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Do(new CallbackInput.Hold(id, CallbackHold.OnTheLine, null));
        world.Do(ByHand(id));
        world.Refused("not-in-state", new CallbackInput.Release(id, CallbackHold.OnTheLine, null), id);
        world.Do(new CallbackInput.Hold(id, CallbackHold.Fault, null));
        world.Refused("not-in-state", ByHand(id), id);
        world.Refused("not-in-state", new CallbackInput.Hold(id, CallbackHold.Fault, null), id);
        Assert.Equal(CallbackHold.Fault, world.Rows[id].Handling!.HeldBecause);
    }

    [Fact]
    public void A_word_that_is_no_reason_and_a_release_of_what_is_not_held_are_refused()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Refused("unknown-reason", new CallbackInput.Hold(id, "tired", null), id);
        world.Refused("not-in-state", new CallbackInput.Release(id, null, null), id);
    }

    [Theory]
    [InlineData(CallbackHold.OnTheLine, false)]
    [InlineData(CallbackHold.ByHand, true)]
    [InlineData(CallbackHold.Fault, true)]
    public void After_a_restart_only_people_hold(string reason, bool held)
    {
        var world = new BookUnderTest();
        var waiting = world.Into(CallbackStatus.Waiting, 1);
        var rung = world.Into(CallbackStatus.Dialling, 2);
        world.Do(new CallbackInput.Hold(waiting, reason, null));
        world.Do(new CallbackInput.Hold(rung, reason, null));

        var after = world.Restart();
        Assert.All(after.Rows.Values, r => Assert.Equal(held, r.IsHeld));
        Assert.Equal(!held, after.Line.Contains(waiting));
        Assert.Equal(held ? 2 : 0, after.Book.HeldCount(BookUnderTest.Queue));
    }

    [Fact]
    public void A_held_request_can_be_cancelled_and_served()
    {
        var world = new BookUnderTest();
        var first = world.Into(CallbackStatus.Waiting, 1);
        var second = world.Into(CallbackStatus.Waiting, 2);
        world.Do(ByHand(first));
        world.Do(new CallbackInput.Hold(second, CallbackHold.OnTheLine, null));
        world.Do(new CallbackInput.Cancel(first, "api", "asked"));
        world.Do(new CallbackInput.Serve(second));
        Assert.Equal((CallbackStatus.Cancelled, CallbackStatus.Served), (world.Rows[first].Status, world.Rows[second].Status));
        Assert.Equal(0, world.Book.HeldCount(BookUnderTest.Queue));
        Assert.All(world.Rows.Values, r => Assert.False(r.IsHeld, "Nobody waits for one that is over."));
    }
}
