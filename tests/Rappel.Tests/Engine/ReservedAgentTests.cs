using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Customer first: reserved agents who go, and what cuts an attempt short.</summary>
public class ReservedAgentTests
{
    [Fact]
    public void A_reserved_agent_who_goes_is_followed_by_the_next_and_the_customer_rings_on()
    {
        var bench = CustomerFirst.Dialling();
        var customer = bench.Carrier.Ringing;
        bench.MakeAvailable("1002");

        bench.SetStatus("1001", AgentStatus.OnBreak);

        Assert.Equal(AgentStatus.Offered, bench.StatusOf("1002"));
        Assert.Equal(("1002", "1002"), (bench.Callback.Agent, bench.Attempt.Agent));
        customer.Answer().Greet(GreetingVerdict.Person).Press('1');
        Assert.True(bench.PhoneOf("1002").Ringing.Answer().TalksWith(customer));
        Assert.Equal(1, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void Nobody_is_rung_on_for_whom_no_agent_is_left()
    {
        var bench = CustomerFirst.Dialling();
        var customer = bench.Carrier.Ringing;
        customer.Ring();

        bench.SetStatus("1001", AgentStatus.LoggedOut);

        Assert.True(customer.IsOver);
        Assert.Contains("CANCEL", bench.SentTo(bench.Carrier));
        Assert.Equal((AttemptOutcome.AgentHungUp, CallbackStatus.Delayed), (bench.Attempt.Outcome, bench.Callback.Status));
        CustomerFirst.AssertNothingIsLeft(bench);
    }

    [Fact]
    public void A_customer_who_has_answered_is_kept_and_the_next_free_agent_rung()
    {
        var (bench, customer) = CustomerFirst.Answered();
        bench.SetStatus("1001", AgentStatus.LoggedOut);
        customer.Greet(GreetingVerdict.Person).Press('1');
        Assert.Equal("music", customer.Hears);

        bench.MakeAvailable("1002");

        Assert.True(bench.PhoneOf("1002").Ringing.Answer().TalksWith(customer));
    }

    [Fact]
    public void An_agent_who_becomes_free_before_the_key_is_reserved()
    {
        var (bench, customer) = CustomerFirst.Answered();
        bench.SetStatus("1001", AgentStatus.LoggedOut);
        bench.MakeAvailable("1002");
        Assert.Equal(AgentStatus.Offered, bench.StatusOf("1002"));
        Assert.False(bench.PhoneOf("1002").IsRinging);

        customer.Press('1');

        Assert.True(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void A_customer_being_rung_at_the_expiry_is_not_cut_off()
    {
        var bench = CustomerFirst.Bench([], ("cancelAfter: 4 h", "cancelAfter: 120 s"));
        bench.AskForCallback(CustomerFirst.Number);
        bench.Pass(110);
        bench.MakeAvailable("1001");
        var customer = bench.Carrier.Ringing;
        bench.Pass(15);

        customer.Answer().Greet(GreetingVerdict.Person).Press('1');

        Assert.True(bench.PhoneOf("1001").Ringing.Answer().TalksWith(customer));
        Assert.Equal(CallbackStatus.Connected, bench.Callback.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_a_crash_at_any_step_nobody_is_rung_again_for_the_same_attempt(int step)
    {
        var bench = CustomerFirst.Dialling();
        if (step > 0)
        {
            bench.Carrier.Ringing.Answer();
        }

        if (step > 1)
        {
            bench.Carrier.Calls[^1].Press('1');
        }

        if (step > 2)
        {
            bench.PhoneOf("1001").Ringing.Refuse(486);
        }

        bench.Restart();
        bench.MakeAvailable("1001");
        bench.Pass(299 - 1);

        Assert.Equal(1, bench.Invites(bench.Carrier));
        Assert.Equal(AttemptOutcome.InterruptedByRestart, Assert.Single(bench.Disk.Attempts).Outcome);
        bench.Pass(2);
        Assert.Equal(2, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void A_process_that_ends_rings_the_reserved_agent_and_cuts_off_who_waits_at_the_deadline()
    {
        var (bench, customer) = CustomerFirst.Answered();
        bench.Feed(new EngineInput.DrainRequested(bench.Now.AddSeconds(60)));
        customer.Press('1');
        bench.PhoneOf("1001").Ringing.Refuse(486);
        Assert.Equal("music", customer.Hears);

        bench.Pass(60);

        Assert.True(customer.IsOver && bench.IsDrained);
        Assert.Equal(AttemptOutcome.InterruptedByRestart, bench.Attempt.Outcome);
    }
}
