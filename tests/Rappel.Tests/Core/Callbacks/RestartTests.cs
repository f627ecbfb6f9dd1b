using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Tests.Core.Callbacks;

public class RestartTests
{
    [Fact]
    public void No_request_is_lost()
    {
        var world = new BookUnderTest();
        for (var id = 1; id <= 20; id++)
        {
            world.Into((CallbackStatus)(id % 5), id);
        }

        var after = world.Restart();
        Assert.Equal(20, after.Rows.Count);
        Assert.All(after.Rows.Values, r => Assert.True(r.IsFinal || after.Book.Get(r.Id) == r));
        Assert.Equal(16, after.Book.Count);
    }

    [Fact]
    public void An_offer_under_way_waits_again_and_used_no_attempt()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        var after = world.Restart();
        Assert.Equal(CallbackStatus.Waiting, after.Rows[id].Status);
        Assert.Equal(AttemptOutcome.Withdrawn, after.Attempts[(id, 1)].Outcome);
        Assert.Equal(0, after.Rows[id].AttemptsUsed);
        Assert.Contains(id, after.Line);
        after.Offer(id);
        Assert.Equal((2, 1), (after.Attempts[(id, 2)].Serial, after.Attempts[(id, 2)].Number));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_dialling_under_way_is_never_rung_again_for_the_same_attempt(bool rungOnDisk)
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Do(new CallbackInput.OfferAccepted(id));
        if (rungOnDisk)
        {
            world.Do(new CallbackInput.RungCustomer(id));
        }

        var after = world.Restart();
        Assert.Equal(AttemptOutcome.InterruptedByRestart, after.Attempts[(id, 1)].Outcome);
        Assert.Equal((CallbackStatus.Delayed, 1), (after.Rows[id].Status, after.Rows[id].AttemptsUsed));
        Assert.Empty(after.Line);
        Assert.Equal(after.Now + BookUnderTest.Terms.RetryDelay, after.Book.NextDeadline);
    }

    [Fact]
    public void The_last_dialling_interrupted_is_exhausted()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling, terms: BookUnderTest.Terms with { Attempts = 1 });
        Assert.Equal(CallbackStatus.Exhausted, world.Restart().Rows[id].Status);
    }

    [Fact]
    public void A_connected_call_was_what_the_caller_wanted()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Connected);
        Assert.Equal(CallbackStatus.Completed, world.Restart().Rows[id].Status);
    }

    [Fact]
    public void A_delay_that_ended_meanwhile_is_over_and_one_that_did_not_goes_on()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Delayed);
        Assert.Equal(CallbackStatus.Delayed, world.Restart(TimeSpan.FromMinutes(4)).Rows[id].Status);
        var late = world.Restart(TimeSpan.FromMinutes(6));
        Assert.Equal(CallbackStatus.Waiting, late.Rows[id].Status);
        Assert.Contains(id, late.Line);
    }

    [Fact]
    public void An_attempt_that_a_rejection_left_open_goes_on()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Do(new CallbackInput.OfferRejected(id));
        var after = world.Restart();
        after.Offer(id, "1002");
        Assert.Equal("1002", Assert.Single(after.Attempts).Value.Agent);
    }

    [Fact]
    public void A_queue_known_to_be_closed_stays_out_of_line()
    {
        var world = new BookUnderTest();
        world.Ask(1);
        var after = new BookUnderTest();
        after.Do(new CallbackInput.HoursChanged(BookUnderTest.Queue, false));
        after.Book.Restore(after.Now, world.Rows.Values, []);
        after.Drain();
        Assert.Empty(after.Line);
        Assert.Equal(1, after.Book.Count);
        Assert.IsType<CallbackOutput.AlreadyPending>(Assert.Single(after.Do(BookUnderTest.Request(9))));
        Assert.Equal(new CallbackId(1), Assert.Single(after.Book.ReadAll()).Id);
    }
}
