using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Media.Sessions;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>Customer first, from the key on: agents who come, who do not, and who go.</summary>
public class CustomerWaitsTests
{
    private const string Sorry = "Nous sommes désolés : personne n'est libre pour vous répondre en ce moment.";

    [Fact]
    public void An_agent_who_does_not_answer_is_followed_by_the_next_and_the_customer_stays()
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        bench.MakeAvailable("1002");
        bench.Pass(20);

        Assert.Equal((AgentStatus.OnBreak, CallbackStatus.Dialling), (bench.StatusOf("1001"), bench.Callback.Status));
        Assert.True(bench.PhoneOf("1002").Ringing.Answer().TalksWith(customer));
        Assert.Equal(1, bench.Invites(bench.Carrier));
        Assert.NotNull(Assert.Single(bench.Disk.Attempts).AnsweredAt);
    }

    [Theory]
    [InlineData(486, AgentStatus.OnBreak)]
    [InlineData(480, AgentStatus.Available)]
    public void An_agent_who_rejects_or_cannot_be_reached_is_followed_by_the_next_at_once(int status, AgentStatus then)
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        bench.MakeAvailable("1002");

        bench.PhoneOf("1001").Ringing.Refuse(status);

        Assert.Equal(then, bench.StatusOf("1001"));
        Assert.Equal("ringing", customer.Hears);
        Assert.True(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void A_customer_for_whom_nobody_is_free_hears_music_until_somebody_is()
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        bench.PhoneOf("1001").Ringing.Refuse(486);
        Assert.Equal("music", customer.Hears);

        bench.Pass(60);
        bench.MakeAvailable("1002");

        Assert.Equal("ringing", customer.Hears);
        Assert.True(bench.PhoneOf("1002").Ringing.Answer().TalksWith(customer));
    }

    [Fact]
    public void The_waiting_customer_keeps_the_place()
    {
        var (bench, _) = CustomerFirst.Confirmed();
        bench.Call("+15145550177");
        bench.PhoneOf("1001").Ringing.Refuse(486);

        bench.MakeAvailable("1002");

        Assert.Equal(CustomerFirst.Number, bench.PhoneOf("1002").Ringing.ShownNumber);
    }

    [Fact]
    public void A_wait_too_long_ends_in_an_apology_and_the_attempt()
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        bench.PhoneOf("1001").Ringing.Refuse(486);
        bench.Pass(EngineLimits.CustomerWaitsWithin);
        Assert.Equal(Sorry, customer.Hears);
        bench.MakeAvailable("1002");
        Assert.False(bench.PhoneOf("1002").IsRinging);

        customer.HearOut();

        Assert.True(customer.IsOver);
        Assert.Equal((AttemptOutcome.AgentDidNotAnswer, true), (bench.Attempt.Outcome!.Value, bench.Attempt.UsesAttempt));
        Assert.Equal(CallbackStatus.Delayed, bench.Callback.Status);
        CustomerFirst.AssertNothingIsLeft(bench);
    }

    [Fact]
    public void A_wait_in_vain_uses_the_attempt_even_where_an_agents_no_answer_would_not()
    {
        var (bench, customer) = CustomerFirst.Confirmed("agentNoAnswerUsesAttempt: false");
        bench.PhoneOf("1001").Ringing.Refuse(486);
        bench.Pass(EngineLimits.CustomerWaitsWithin);

        customer.HangUp();

        Assert.Equal((AttemptOutcome.AgentDidNotAnswer, CallbackStatus.Delayed), (bench.Attempt.Outcome, bench.Callback.Status));
    }

    [Fact]
    public void An_apology_that_never_ends_is_cut_off()
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        bench.PhoneOf("1001").Ringing.Refuse(486);
        bench.Pass(EngineLimits.CustomerWaitsWithin + EngineLimits.ApologyWithin);
        Assert.True(customer.IsOver);
    }

    [Fact]
    public void A_customer_who_hangs_up_while_the_agent_rings_stops_the_ringing()
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        var ringing = bench.PhoneOf("1001").Ringing;

        customer.HangUp();

        Assert.True(ringing.IsOver);
        Assert.Contains("CANCEL", bench.SentTo(bench.PhoneOf("1001")));
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.Equal(AttemptOutcome.CustomerHungUp, bench.Attempt.Outcome);
        CustomerFirst.AssertNothingIsLeft(bench);
    }

    [Fact]
    public void A_customer_who_hangs_up_while_waiting_is_waited_for_by_nobody()
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        bench.PhoneOf("1001").Ringing.Refuse(486);

        customer.HangUp();
        bench.MakeAvailable("1002");

        Assert.False(bench.PhoneOf("1002").IsRinging);
        Assert.Equal(AttemptOutcome.CustomerHungUp, bench.Attempt.Outcome);
        CustomerFirst.AssertNothingIsLeft(bench);
    }

    [Fact]
    public void The_agent_hears_the_whisper_before_the_customer()
    {
        var (bench, customer) = Whispered();
        var agent = bench.PhoneOf("1001").Calls[^1];
        Assert.Equal(("Appel de la ligne.", "ringing", CallbackStatus.Dialling), (agent.Hears, customer.Hears, bench.Callback.Status));

        agent.HearOut();

        Assert.True(agent.TalksWith(customer));
    }

    [Fact]
    public void A_whisper_that_never_ends_is_cut_off()
    {
        var (bench, customer) = Whispered();
        bench.Pass(EngineLimits.WhisperWithin);
        Assert.True(bench.PhoneOf("1001").Calls[^1].TalksWith(customer));
    }

    [Fact]
    public void A_customer_who_hangs_up_during_the_whisper_frees_the_agent()
    {
        var (bench, customer) = Whispered();
        customer.HangUp();
        Assert.True(bench.PhoneOf("1001").Calls[^1].IsOver);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        Assert.Equal(AttemptOutcome.CustomerHungUp, bench.Attempt.Outcome);
        CustomerFirst.AssertNothingIsLeft(bench);
    }

    [Fact]
    public void An_agent_who_hangs_up_during_the_whisper_is_followed_by_the_next()
    {
        var (bench, customer) = Whispered();
        bench.MakeAvailable("1002");
        bench.PhoneOf("1001").Calls[^1].HangUp();
        Assert.Equal("ringing", customer.Hears);
        bench.PhoneOf("1002").Ringing.Answer().HearOut();
        Assert.True(bench.PhoneOf("1002").Calls[^1].TalksWith(customer));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Either_hanging_up_ends_the_conversation(bool customersPhone)
    {
        var (bench, customer) = CustomerFirst.Confirmed();
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        bench.Pass(60);

        (customersPhone ? customer : agent).HangUp();

        Assert.True(agent.IsOver && customer.IsOver);
        Assert.Equal((CallbackStatus.Connected, AgentStatus.WrapUp), (bench.Callback.Status, bench.StatusOf("1001")));
        bench.Pass(5);
        Assert.Equal((CallbackStatus.Completed, AgentStatus.Available), (bench.Callback.Status, bench.StatusOf("1001")));
        CustomerFirst.AssertNothingIsLeft(bench);
    }

    private static (Bench Bench, PhoneCall Customer) Whispered()
    {
        var bench = CustomerFirst.Bench([], ("maximumPending: 3", "maximumPending: 3\n    whisper: for-the-nurse"));
        bench.AskForCallback(CustomerFirst.Number);
        bench.MakeAvailable("1001");
        var customer = bench.Carrier.Ringing.Answer();
        customer.Press('1');
        bench.PhoneOf("1001").Ringing.Answer();
        return (bench, customer);
    }
}
