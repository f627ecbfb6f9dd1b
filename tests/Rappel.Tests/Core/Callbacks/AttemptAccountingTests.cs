using Rappel.Core.Callbacks;

namespace Rappel.Tests.Core.Callbacks;

public class AttemptAccountingTests
{
    [Theory]
    [InlineData(AttemptOutcome.Busy)]
    [InlineData(AttemptOutcome.RingNoAnswer)]
    [InlineData(AttemptOutcome.RefusedByCustomer)]
    [InlineData(AttemptOutcome.MessageLeft)]
    [InlineData(AttemptOutcome.NotConfirmed)]
    [InlineData(AttemptOutcome.CustomerHungUp)]
    [InlineData(AttemptOutcome.InterruptedByRestart)]
    [InlineData(AttemptOutcome.AgentHungUp)]
    public void Once_the_customers_phone_rang_the_attempt_is_used(AttemptOutcome outcome)
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Fail(id, outcome);
        Assert.Equal(1, world.Rows[id].AttemptsUsed);
        Assert.Equal(CallbackStatus.Delayed, world.Rows[id].Status);
        Assert.Equal(outcome, world.Rows[id].LastOutcome);
        Assert.True(world.Attempts[(id, 1)].UsesAttempt);
        Assert.Equal(outcome, world.Attempts[(id, 1)].Outcome);
    }

    [Fact]
    public void An_agents_no_answer_fails_the_attempt()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Do(new CallbackInput.OfferTimedOut(id));
        Assert.Equal(AttemptOutcome.AgentDidNotAnswer, world.Attempts[(id, 1)].Outcome);
        Assert.Equal(1, world.Rows[id].AttemptsUsed);
        Assert.Equal(CallbackStatus.Delayed, world.Rows[id].Status);
        Assert.Empty(world.Line);
    }

    [Fact]
    public void An_agents_no_answer_uses_none_where_the_terms_say_so()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering, terms: BookUnderTest.Terms with { AgentNoAnswerUsesAttempt = false });
        var told = world.Do(new CallbackInput.OfferTimedOut(id));
        Assert.Equal(AttemptOutcome.AgentDidNotAnswer, world.Attempts[(id, 1)].Outcome);
        Assert.False(world.Attempts[(id, 1)].UsesAttempt);
        Assert.Equal(0, world.Rows[id].AttemptsUsed);
        Assert.Equal(CallbackStatus.Waiting, world.Rows[id].Status);
        Assert.Contains(told, t => t is CallbackOutput.EnteredLine);
    }

    [Fact]
    public void A_rejection_uses_no_attempt_and_the_next_agent_goes_on_with_it()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Do(new CallbackInput.OfferRejected(id));
        Assert.Equal(CallbackStatus.Waiting, world.Rows[id].Status);
        Assert.Contains(id, world.Line);

        world.Offer(id, "1002");
        var attempt = Assert.Single(world.Attempts).Value;
        Assert.Equal("1002", attempt.Agent);
        Assert.Null(attempt.Outcome);
        Assert.Equal(0, world.Rows[id].AttemptsUsed);
    }

    [Fact]
    public void A_bad_number_ends_the_request()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1);
        world.Fail(id, AttemptOutcome.BadNumber);
        Assert.Equal(CallbackStatus.BadNumber, world.Rows[id].Status);
        Assert.Equal(AttemptOutcome.BadNumber, world.Attempts[(id, 1)].Outcome);
        Assert.Null(world.Book.NextDeadline);
    }

    [Fact]
    public void An_agent_who_hangs_up_before_the_phone_rang_uses_none()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Offering);
        world.Do(new CallbackInput.OfferAccepted(id));
        var told = world.Do(new CallbackInput.DiallingFailed(id, AttemptOutcome.AgentHungUp, null));
        Assert.Equal(0, world.Rows[id].AttemptsUsed);
        Assert.Equal(CallbackStatus.Waiting, world.Rows[id].Status);
        Assert.Contains(told, t => t is CallbackOutput.EnteredLine);
    }

    [Fact]
    public void Being_reached_completes_it_with_one_outcome()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Connected);
        var attempt = world.Attempts[(id, 1)];
        Assert.Null(attempt.Outcome);
        Assert.Equal(world.Now, attempt.AnsweredAt);
        Assert.Equal(world.Now, attempt.RungAt);
        world.Now += TimeSpan.FromMinutes(2);
        world.Do(new CallbackInput.CallEnded(id));
        Assert.Equal(CallbackStatus.Completed, world.Rows[id].Status);
        Assert.Equal(attempt with { Outcome = AttemptOutcome.Connected, UsesAttempt = true, EndedAt = world.Now }, world.Attempts[(id, 1)]);
        Assert.Equal(1, world.Rows[id].AttemptsUsed);
    }

    [Fact]
    public void A_second_trunk_does_not_move_the_time_of_ringing()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        var rung = world.Now;
        world.Now += TimeSpan.FromSeconds(4);
        Assert.Empty(world.Do(new CallbackInput.RungCustomer(id)));
        Assert.Equal(rung, world.Attempts[(id, 1)].RungAt);
    }

    [Theory]
    [InlineData(AttemptOutcome.Connected)]
    [InlineData(AttemptOutcome.Withdrawn)]
    public void Dialling_cannot_end_in_an_outcome_of_offering(AttemptOutcome outcome)
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling);
        var told = world.Do(new CallbackInput.DiallingFailed(id, outcome, null));
        Assert.Equal([new CallbackOutput.CommandRefused(id, "not-an-outcome-of-dialling")], told);
    }
}
