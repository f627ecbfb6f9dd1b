using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Callbacks;

public class CustomerFirstTests
{
    private static readonly CallbackTerms Terms = BookUnderTest.Terms with { RungFirst = RungFirst.Customer, CancelAfter = TimeSpan.FromHours(72) };

    [Fact]
    public void The_agent_who_has_the_call_is_in_the_request_and_in_the_attempt()
    {
        var world = new BookUnderTest();
        var id = world.Into(CallbackStatus.Dialling, terms: Terms);
        var told = world.Do(new CallbackInput.AgentChanged(id, "1002"));
        var changed = Assert.IsType<CallbackOutput.Changed>(Assert.Single(told));
        Assert.Equal(("agent-changed", "1002", "1002"), (changed.Event, changed.Request.Agent, changed.Attempt!.Agent));
        world.Do(new CallbackInput.CustomerConnected(id));
        Assert.Equal("1002", world.Attempts[(id, 1)].Agent);
        world.Refused("not-in-state", new CallbackInput.AgentChanged(id, "1003"), id);
    }

    [Theory]
    [InlineData(MachineAction.TryLater, AttemptOutcome.AnsweringMachine, false)]
    [InlineData(MachineAction.LeaveMessage, AttemptOutcome.AnsweringMachine, true)]
    [InlineData(MachineAction.LeaveMessage, AttemptOutcome.MessageLeft, true)]
    [InlineData(MachineAction.CountAsAttempt, AttemptOutcome.AnsweringMachine, true)]
    [InlineData(MachineAction.TryLater, AttemptOutcome.NotConfirmed, true)]
    public void A_machine_uses_an_attempt_as_the_terms_say(MachineAction onMachine, AttemptOutcome outcome, bool used)
    {
        var world = new BookUnderTest();
        var id = world.Ask(1, terms: Terms with { OnMachine = onMachine });
        world.Fail(id, outcome);
        var row = world.Rows[id];
        Assert.Equal((used ? 1 : 0, used ? 0 : outcome == AttemptOutcome.AnsweringMachine ? 1 : 0), (row.AttemptsUsed, row.MachinesMet));
        Assert.Equal((CallbackStatus.Delayed, world.Now + Terms.RetryDelay), (row.Status, row.DueAt));
        Assert.Equal(used, world.Attempts[(id, 1)].UsesAttempt);
    }

    [Fact]
    public void Machines_without_end_use_attempts_after_the_limit()
    {
        var world = new BookUnderTest();
        var id = world.Ask(1, terms: Terms);
        for (var met = 0; met < CallbackLimits.MachinesMet + Terms.Attempts; met++)
        {
            Assert.Equal(CallbackStatus.Waiting, world.Rows[id].Status);
            world.Fail(id, AttemptOutcome.AnsweringMachine);
            world.After(Terms.RetryDelay);
        }

        Assert.Equal(
            (CallbackStatus.Exhausted, CallbackLimits.MachinesMet, Terms.Attempts),
            (world.Rows[id].Status, world.Rows[id].MachinesMet, world.Rows[id].AttemptsUsed));
    }
}
