using Rappel.Core.Callbacks;

namespace Rappel.Tests.Core.Callbacks;

public class RetryDelayTests
{
    [Fact]
    public void A_failed_attempt_waits_the_retry_delay_and_is_back_in_its_place()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Delayed);
        Assert.Empty(world.Line);
        Assert.Equal(1, world.Book.DelayedCount(BookUnderTest.Queue));
        Assert.Empty(world.After(BookUnderTest.Terms.RetryDelay - TimeSpan.FromTicks(1)));

        world.After(TimeSpan.FromTicks(1));
        Assert.Equal(CallbackStatus.Waiting, world.Rows[id].Status);
        Assert.Null(world.Rows[id].DueAt);
        Assert.Contains(id, world.Line);
    }

    [Fact]
    public void No_offer_begins_during_the_delay()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Delayed);
        world.Offer(id);
        Assert.Equal(new CallbackOutput.CommandRefused(id, "not-in-state"), world.Told[^1]);
    }

    [Fact]
    public void Used_up_attempts_are_final()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            world.Fail(id, AttemptOutcome.RingNoAnswer);
            Assert.Equal(attempt, world.Attempts[(id, attempt)].Number);
            world.After(BookUnderTest.Terms.RetryDelay);
        }

        Assert.Equal(CallbackStatus.Exhausted, world.Rows[id].Status);
        Assert.Equal(3, world.Rows[id].AttemptsUsed);
        Assert.Equal(0, world.Book.OpenCount(BookUnderTest.Queue));
    }

    [Fact]
    public void The_last_failure_ends_it_at_once_without_another_delay()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1, terms: BookUnderTest.Terms with { Attempts = 1 });
        world.Fail(id);
        Assert.Equal(CallbackStatus.Exhausted, world.Rows[id].Status);
    }

    [Fact]
    public void Trunk_failures_back_off_doubling_to_a_maximum()
    {
        int[] seconds = [15, 30, 60, 120, 240, 300, 300, 300, 300, 300];
        var world = new BookUnderTest();
        var id = world.Ask(1);
        foreach (var expected in seconds)
        {
            world.Fail(id, AttemptOutcome.TrunkFailure);
            Assert.Equal(world.Now + TimeSpan.FromSeconds(expected), world.Rows[id].DueAt);
            Assert.Equal(0, world.Rows[id].AttemptsUsed);
            world.After(TimeSpan.FromSeconds(expected));
        }
    }

    [Fact]
    public void A_trunk_that_never_works_uses_attempts_after_the_limit()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        for (var i = 0; i < CallbackLimits.TrunkFailures; i++)
        {
            world.Fail(id, AttemptOutcome.TrunkFailure);
            world.After(CallbackLimits.TrunkBackOffMaximum);
        }

        world.Fail(id, AttemptOutcome.TrunkFailure);
        Assert.Equal(1, world.Rows[id].AttemptsUsed);
        Assert.Equal(world.Now + BookUnderTest.Terms.RetryDelay, world.Rows[id].DueAt);
        for (var i = 0; i < 2; i++)
        {
            world.After(BookUnderTest.Terms.RetryDelay);
            world.Fail(id, AttemptOutcome.TrunkFailure);
        }

        Assert.Equal(CallbackStatus.Exhausted, world.Rows[id].Status);
    }

    [Fact]
    public void A_trunk_that_works_again_starts_the_back_off_anew()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Fail(id, AttemptOutcome.TrunkFailure);
        world.After(TimeSpan.FromSeconds(15));
        world.Fail(id, AttemptOutcome.TrunkFailure);
        world.After(TimeSpan.FromSeconds(30));
        world.Fail(id, AttemptOutcome.Busy);
        Assert.Equal(0, world.Rows[id].TrunkFailures);
        world.After(BookUnderTest.Terms.RetryDelay);
        world.Fail(id, AttemptOutcome.TrunkFailure);
        Assert.Equal(world.Now + TimeSpan.FromSeconds(15), world.Rows[id].DueAt);
    }
}
