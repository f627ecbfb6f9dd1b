using Rappel.Core.Callbacks;

namespace Rappel.Tests.Core.Callbacks;

public class ExpiryTests
{
    private static readonly TimeSpan CancelAfter = BookUnderTest.Terms.CancelAfter;

    [Theory]
    [InlineData(CallbackStatus.Waiting)]
    [InlineData(CallbackStatus.Offering)]
    [InlineData(CallbackStatus.Delayed)]
    public void A_request_leaves_as_expired_when_its_time_comes(CallbackStatus status)
    {
        var world = new BookUnderTest();
        var id = world.Into(status, terms: BookUnderTest.Terms with { RetryDelay = TimeSpan.FromMinutes(90), CancelAfter = TimeSpan.FromHours(1) });
        world.After(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal(status, world.Rows[id].Status);
        Assert.Equal(world.Now + TimeSpan.FromTicks(1), world.Book.NextDeadline);

        world.After(TimeSpan.FromTicks(1));
        Assert.Equal(CallbackStatus.Expired, world.Rows[id].Status);
        Assert.Equal(world.Now, world.Rows[id].EndedAt);
        Assert.Null(world.Book.Get(id));
        Assert.Empty(world.Line);
        Assert.Null(world.Book.NextDeadline);
    }

    [Fact]
    public void An_offer_not_yet_accepted_is_withdrawn_and_uses_no_attempt()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        var told = world.After(CancelAfter);
        Assert.Contains(new CallbackOutput.LeftLine(id), told);
        Assert.Equal(AttemptOutcome.Withdrawn, world.Attempts[(id, 1)].Outcome);
        Assert.Equal(0, world.Rows[id].AttemptsUsed);
    }

    [Fact]
    public void At_the_very_instant_nothing_begins()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Now += CancelAfter;
        world.Offer(id);
        Assert.Equal(CallbackStatus.Expired, world.Rows[id].Status);
        Assert.Empty(world.Attempts);
        Assert.Contains(new CallbackOutput.CommandRefused(id, "not-open"), world.Told);
    }

    [Fact]
    public void An_acceptance_at_the_very_instant_is_too_late()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Now += CancelAfter;
        world.Do(new CallbackInput.OfferAccepted(id));
        Assert.Equal(CallbackStatus.Expired, world.Rows[id].Status);
    }

    [Fact]
    public void A_customer_already_ringing_is_not_cut_off()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        Assert.Empty(world.After(CancelAfter));
        world.Do(new CallbackInput.CustomerConnected(id));
        world.Do(new CallbackInput.CallEnded(id));
        Assert.Equal(CallbackStatus.Completed, world.Rows[id].Status);
    }

    [Fact]
    public void Ringing_that_fails_after_the_expiry_ends_as_expired_with_its_own_outcome()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        world.After(CancelAfter);
        world.Do(new CallbackInput.DiallingFailed(id, AttemptOutcome.Busy, 486));
        Assert.Equal(CallbackStatus.Expired, world.Rows[id].Status);
        Assert.Equal(AttemptOutcome.Busy, world.Attempts[(id, 1)].Outcome);
        Assert.Equal(486, world.Attempts[(id, 1)].SipStatus);
    }

    [Fact]
    public void A_retry_due_at_the_expiry_never_comes()
    {
        var terms = BookUnderTest.Terms with { RetryDelay = TimeSpan.FromMinutes(5), CancelAfter = TimeSpan.FromMinutes(5) };
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Delayed, terms: terms);
        world.After(TimeSpan.FromMinutes(5));
        Assert.Equal(CallbackStatus.Expired, world.Rows[id].Status);
        Assert.Single(world.Told.OfType<CallbackOutput.EnteredLine>());
    }

    [Fact]
    public void It_holds_while_the_server_is_down()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        var after = world.Restart(downFor: CancelAfter);
        Assert.Equal(CallbackStatus.Expired, after.Rows[id].Status);
        Assert.Empty(after.Line);
    }
}
