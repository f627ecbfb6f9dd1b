using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Callbacks;

public class DecidedOutcomeTests
{
    private const string Agent = BookUnderTest.Agent;

    private static CallbackDecision Of(DecidedOutcome outcome, TimeSpan? after = null, string? number = null) => new(
        outcome, after is { } time ? BookUnderTest.Start + time : null, number is null ? null : new DialledNumber(number, "carrier", null), "amelie", "said so");

    private static CallbackRequest Settled(BookUnderTest world, CallbackId id)
    {
        world.Do(new CallbackInput.Settle(id));
        Assert.Null(world.Rows[id].Handling?.Decision);
        return world.Rows[id];
    }

    [Fact]
    public void Nothing_is_final_before_the_wrap_up_is_over()
    {
        var world = new BookUnderTest();
        var id = world.Decided(null);
        Assert.True(world.Rows[id] is { Status: CallbackStatus.Connected, IsTalkOver: true });
        Assert.Null(world.Attempts[(id, 1)].Outcome);
        world.Now += TimeSpan.FromSeconds(40);
        Assert.Equal((CallbackStatus.Completed, world.Now), (Settled(world, id).Status, world.Rows[id].EndedAt!.Value));
        Assert.Equal(AttemptOutcome.Connected, world.Attempts[(id, 1)].Outcome);
        Assert.Equal(BookUnderTest.Start, world.Attempts[(id, 1)].EndedAt);
    }

    [Theory]
    [InlineData(MachineAction.TryLater, 3, CallbackStatus.Delayed, 0)]
    [InlineData(MachineAction.CountAsAttempt, 3, CallbackStatus.Delayed, 1)]
    [InlineData(MachineAction.CountAsAttempt, 1, CallbackStatus.Exhausted, 1)]
    public void A_voicemail_reached_is_a_machine_met_by_the_terms(MachineAction action, int attempts, CallbackStatus status, int used)
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.VoicemailReached), BookUnderTest.Terms with { OnMachine = action, Attempts = attempts });
        var settled = Settled(world, id);
        Assert.Equal((status, used, AttemptOutcome.AnsweringMachine), (settled.Status, settled.AttemptsUsed, settled.LastOutcome!.Value));
        Assert.Equal(status == CallbackStatus.Delayed ? world.Now + BookUnderTest.Terms.RetryDelay : null, settled.DueAt);
    }

    [Fact]
    public void A_wrong_number_is_final_and_says_why()
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.WrongNumber));
        var settled = Settled(world, id);
        Assert.Equal((CallbackStatus.BadNumber, "wrong-number"), (settled.Status, settled.EndReason));
        Assert.Equal(AttemptOutcome.BadNumber, world.Attempts[(id, 1)].Outcome);
    }

    [Fact]
    public void Call_again_waits_for_its_time_keeps_its_place_and_uses_no_attempt()
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.CallAgain, TimeSpan.FromHours(6)), BookUnderTest.Terms with { Attempts = 1 });
        var place = world.Rows[id].Place;
        var settled = Settled(world, id);
        var at = BookUnderTest.Start + TimeSpan.FromHours(6);
        Assert.Equal((CallbackStatus.Delayed, at, at + BookUnderTest.Terms.CancelAfter), (settled.Status, settled.DueAt!.Value, settled.ExpiresAt));
        Assert.Equal((place, 0, AttemptOutcome.CallAgain), (settled.Place, settled.AttemptsUsed, settled.LastOutcome!.Value));
        world.After(TimeSpan.FromHours(6) - TimeSpan.FromTicks(1));
        Assert.DoesNotContain(id, world.Line);
        world.After(TimeSpan.FromTicks(1));
        Assert.Contains(id, world.Line);
        world.Ring(id);
        world.Do(new CallbackInput.CustomerConnected(id));
        world.Do(new CallbackInput.CallEnded(id));
        Assert.Equal((CallbackStatus.Completed, 1), (world.Rows[id].Status, world.Rows[id].AttemptsUsed));
    }

    [Fact]
    public void Call_again_without_a_time_is_in_line_at_once()
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.CallAgain));
        Settled(world, id);
        Assert.Contains(id, world.Line);
    }

    [Fact]
    public void A_time_that_came_during_a_long_wrap_up_leaves_the_whole_of_the_window()
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.CallAgain, TimeSpan.FromMinutes(5)), BookUnderTest.Terms with { CancelAfter = CallbackLimits.MinimumCancelAfter });
        world.Now += TimeSpan.FromMinutes(55);
        var settled = Settled(world, id);
        Assert.Equal((CallbackStatus.Waiting, world.Now + CallbackLimits.MinimumCancelAfter), (settled.Status, settled.ExpiresAt));
    }

    [Fact]
    public void Call_again_at_another_number_is_dialled_there()
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.CallAgain, number: "+15145559999"));
        Assert.Equal("+15145559999", Settled(world, id).Number);
        Assert.Same(world.Rows[id], world.Book.FindOpen(BookUnderTest.Queue, "+15145559999"));
    }

    [Fact]
    public void A_number_that_another_request_has_is_refused_and_one_taken_meanwhile_is_left_to_it()
    {
        var world = new BookUnderTest();
        var other = world.Ask(7, "+15145559999");
        var id = world.Decided(null);
        world.Refused("already-pending", new CallbackInput.Decide(id, Agent, Of(DecidedOutcome.CallAgain, number: "+15145559999")), id);
        world.Do(new CallbackInput.Cancel(other, "s", "w"));
        world.Do(new CallbackInput.Decide(id, Agent, Of(DecidedOutcome.CallAgain, number: "+15145559999")));
        world.Ask(8, "+15145559999");
        Assert.NotEqual("+15145559999", Settled(world, id).Number);
    }

    [Fact]
    public void A_time_too_far_off_is_refused()
    {
        var world = new BookUnderTest();
        var id = world.Decided(null);
        var far = Of(DecidedOutcome.CallAgain, CallbackLimits.WindowAhead + TimeSpan.FromMinutes(1));
        world.Refused("bad-window", new CallbackInput.Decide(id, Agent, far), id);
    }

    [Fact]
    public void It_may_be_decided_otherwise_and_taken_back_until_it_is_settled()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Connected);
        world.Do(new CallbackInput.Decide(id, Agent, Of(DecidedOutcome.WrongNumber)));
        world.Do(new CallbackInput.Decide(id, Agent, Of(DecidedOutcome.CallAgain)));
        world.Do(new CallbackInput.CallEnded(id) { AwaitsOutcome = true });
        world.Do(new CallbackInput.Decide(id, Agent, null));
        Assert.Equal(CallbackStatus.Completed, Settled(world, id).Status);
        world.Refused("not-open", new CallbackInput.Decide(id, Agent, Of(DecidedOutcome.CallAgain)), id);
    }

    [Fact]
    public void Nobody_else_decides_and_nothing_is_settled_while_they_talk()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Connected);
        world.Refused("not-in-state", new CallbackInput.Decide(id, "1002", Of(DecidedOutcome.CallAgain)), id);
        world.Refused("not-in-state", new CallbackInput.Settle(id), id);
    }

    [Fact]
    public void A_call_without_wrap_up_is_settled_when_it_ends()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Connected);
        world.Do(new CallbackInput.Decide(id, Agent, Of(DecidedOutcome.WrongNumber)));
        world.Do(new CallbackInput.CallEnded(id));
        Assert.Equal(CallbackStatus.BadNumber, world.Rows[id].Status);
    }

    [Fact]
    public void What_was_decided_outlives_a_restart_which_settles_it()
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.CallAgain, TimeSpan.FromHours(1)));
        Assert.Equal(CallbackStatus.Delayed, world.Restart().Rows[id].Status);
        Assert.Equal(CallbackStatus.Completed, Completed().Status);

        static CallbackRequest Completed()
        {
            var other = new BookUnderTest();
            var done = other.Decided(null);
            return other.Restart().Rows[done];
        }
    }

    [Fact]
    public void Who_asks_anew_during_the_wrap_up_has_a_new_request()
    {
        var world = new BookUnderTest();
        var id = world.Decided(null);
        world.Ask(2, world.Rows[id].Number);
        Assert.Equal(CallbackStatus.Completed, world.Rows[id].Status);
        Assert.Contains(new CallbackId(2), world.Line);
    }

    [Fact]
    public void Who_asks_anew_and_is_to_be_called_again_is_told_of_that()
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.CallAgain, TimeSpan.FromHours(1)));
        var told = world.Do(BookUnderTest.Request(2, world.Rows[id].Number));
        Assert.Equal(id, told.OfType<CallbackOutput.AlreadyPending>().Single().Existing.Id);
        Assert.Equal(CallbackStatus.Delayed, world.Rows[id].Status);
    }

    [Fact]
    public void Who_talks_to_an_agent_again_needs_no_further_call()
    {
        var world = new BookUnderTest();
        var id = world.Decided(Of(DecidedOutcome.CallAgain));
        world.Do(new CallbackInput.Serve(id));
        Assert.Equal(CallbackStatus.Completed, world.Rows[id].Status);
    }
}
