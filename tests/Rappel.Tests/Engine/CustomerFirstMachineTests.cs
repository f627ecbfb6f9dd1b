using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Customer first, and a machine answers.</summary>
public class CustomerFirstMachineTests
{
    [Theory]
    [InlineData("try-later")]
    [InlineData("count-as-attempt")]
    public void A_machine_is_hung_up_on_and_the_agent_free(string onMachine)
    {
        var (bench, machine) = CustomerFirst.Answered($"onMachine: {onMachine}");

        machine.Greet(GreetingVerdict.Machine);

        Assert.True(machine.IsOver);
        Assert.Equal(AttemptOutcome.AnsweringMachine, bench.Attempt.Outcome);
        Assert.Equal((CallbackStatus.Delayed, AgentStatus.Available), (bench.Callback.Status, bench.StatusOf("1001")));
    }

    [Fact]
    public void A_message_is_left_once_the_machine_has_ended_its_greeting()
    {
        var (bench, machine) = CustomerFirst.Answered("onMachine: leave-message");
        machine.Greet(GreetingVerdict.Machine);
        Assert.Equal(("silence", AgentStatus.Available), (machine.Hears, bench.StatusOf("1001")));

        machine.Beep();
        Assert.Equal(CustomerFirst.MachineMessage, machine.Hears);

        machine.HearOut();
        Assert.True(machine.IsOver);
        CustomerFirst.AssertFailed(bench, AttemptOutcome.MessageLeft);
    }

    [Fact]
    public void A_message_of_ones_own_is_left()
    {
        var (_, machine) = CustomerFirst.Answered("onMachine: leave-message", "machineMessage: hello");
        machine.Greet(GreetingVerdict.Machine).Beep();
        Assert.Equal("Laissez un message.", machine.Hears);
    }

    [Fact]
    public void A_machine_whose_greeting_never_ends_is_spoken_to_all_the_same_and_let_go()
    {
        var (bench, machine) = CustomerFirst.Answered("onMachine: leave-message");
        machine.Greet(GreetingVerdict.Machine);
        bench.Pass(EngineLimits.MachineGreetingWithin);
        Assert.Equal(CustomerFirst.MachineMessage, machine.Hears);

        bench.Pass(EngineLimits.MachineMessageWithin);

        Assert.True(machine.IsOver);
        CustomerFirst.AssertFailed(bench, AttemptOutcome.MessageLeft);
    }

    [Fact]
    public void A_machine_that_hangs_up_before_the_message_is_an_answering_machine()
    {
        var (bench, machine) = CustomerFirst.Answered("onMachine: leave-message");
        machine.Greet(GreetingVerdict.Machine).HangUp();
        Assert.Equal(AttemptOutcome.AnsweringMachine, bench.Attempt.Outcome);
    }

    [Fact]
    public void A_key_beats_the_verdict_of_a_machine()
    {
        var (bench, customer) = CustomerFirst.Answered("onMachine: leave-message");
        customer.Greet(GreetingVerdict.Machine).Beep();

        customer.Press('1');

        Assert.True(bench.PhoneOf("1001").IsRinging);
        Assert.True(bench.PhoneOf("1001").Ringing.Answer().TalksWith(customer));
    }

    [Fact]
    public void Any_other_key_shows_that_it_is_no_machine_and_brings_the_announcement()
    {
        var (_, customer) = CustomerFirst.Answered("onMachine: leave-message");
        customer.Greet(GreetingVerdict.Machine).Press('5');
        Assert.Equal(CustomerFirst.Announcement, customer.Hears);
    }
}
