using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

public class OfferOutcomeTests
{
    [Fact]
    public void An_agent_who_does_not_answer_goes_on_break_and_the_attempt_has_failed()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        var ringing = bench.PhoneOf("1001").Ringing;

        bench.Pass(20);

        Assert.True(ringing.IsOver);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
        Assert.Equal(AttemptOutcome.AgentDidNotAnswer, bench.Attempt.Outcome);
        Assert.Equal((CallbackStatus.Delayed, 1), (bench.Callback.Status, bench.Callback.AttemptsUsed));
        Assert.Equal(OfferOutcome.TimedOut, Assert.Single(bench.Disk.Offers).Outcome);
        Assert.Equal(0, bench.Invites(bench.Carrier));
    }

    [Fact]
    public void After_the_retry_delay_it_is_offered_again_as_the_second_attempt()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001");
        bench.Pass(20);
        bench.MakeAvailable("1001");

        bench.Pass(299);
        Assert.False(bench.PhoneOf("1001").IsRinging);

        bench.Pass(1);
        Assert.EndsWith("essai 2/3", bench.PhoneOf("1001").Ringing.ShownName);
    }

    [Theory]
    [InlineData(486)]
    [InlineData(603)]
    public void A_rejected_callback_goes_to_the_next_agent_at_once_with_the_same_attempt(int status)
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001", "1002");

        bench.PhoneOf("1001").Ringing.Refuse(status);

        Assert.EndsWith("attempt 1/3", bench.PhoneOf("1002").Ringing.ShownName);
        Assert.Equal(AgentStatus.OnBreak, bench.StatusOf("1001"));
        Assert.Equal(OfferOutcome.Rejected, bench.Disk.Offers[0].Outcome);
        Assert.Equal("1002", Assert.Single(bench.Disk.Attempts).Agent);
    }

    [Theory]
    [InlineData(480)]
    [InlineData(500)]
    public void A_phone_that_cannot_be_reached_costs_neither_the_attempt_nor_the_agents_status(int status)
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001", "1002");

        bench.PhoneOf("1001").Ringing.Refuse(status);

        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.Equal(OfferOutcome.Unreachable, bench.Disk.Offers[0].Outcome);
        Assert.EndsWith("attempt 1/3", bench.PhoneOf("1002").Ringing.ShownName);
    }

    [Fact]
    public void A_phone_whose_connection_fails_cannot_be_reached()
    {
        var bench = new Bench();
        bench.PhoneOf("1001").IsUnplugged = true;
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001", "1002");

        bench.Feed(new EngineInput.SipFailed(bench.PhoneOf("1001").Flow));
        bench.Settle();

        Assert.Equal(OfferOutcome.Unreachable, bench.Disk.Offers[0].Outcome);
        Assert.True(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void An_agents_answer_that_does_not_fit_is_hung_up_and_the_next_agent_rung()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001", "1002");

        bench.PhoneOf("1001").Ringing.Answer("v=0\r\n"u8.ToArray());

        Assert.Contains("BYE", bench.SentTo(bench.PhoneOf("1001")));
        Assert.Equal(OfferOutcome.Unreachable, bench.Disk.Offers[0].Outcome);
        Assert.True(bench.PhoneOf("1002").IsRinging);
    }

    [Fact]
    public void A_caller_who_hangs_up_while_the_agent_rings_frees_the_agent()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        var ringing = bench.PhoneOf("1001").Ringing;
        bench.Pass(10);

        caller.HangUp();

        Assert.True(ringing.IsOver);
        Assert.Contains("CANCEL", bench.SentTo(bench.PhoneOf("1001")));
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.Equal(OfferOutcome.Withdrawn, Assert.Single(bench.Disk.Offers).Outcome);
        Assert.Equal("abandoned", Assert.Single(bench.Disk.Interactions).Outcome);
    }

    [Fact]
    public void An_answer_that_crosses_the_withdrawal_is_hung_up()
    {
        var bench = new Bench();
        var caller = bench.Call("+15145550123");
        bench.MakeAvailable("1001");
        var phone = bench.PhoneOf("1001");
        var ringing = phone.Ringing;
        phone.IsUnplugged = true;
        caller.HangUp();
        phone.IsUnplugged = false;

        ringing.Answer();
        bench.Pass(1);

        Assert.Equal(["INVITE", "CANCEL", "ACK", "BYE"], bench.SentTo(phone).Distinct());
        Assert.Equal(AgentStatus.Available, bench.StatusOf("1001"));
        Assert.True(ringing.IsOver);
    }

    [Fact]
    public void A_live_caller_keeps_the_place_when_the_agent_does_not_answer()
    {
        var bench = new Bench();
        bench.Call("+15145550111");
        bench.Pass(5);
        bench.Call("+15145550122");
        bench.MakeAvailable("1001");
        bench.Pass(20);
        Assert.False(bench.PhoneOf("1001").IsRinging);

        bench.MakeAvailable("1002");

        Assert.Equal("+15145550111", bench.PhoneOf("1002").Ringing.ShownNumber);
    }

    [Fact]
    public void A_break_asked_for_while_it_rings_sends_the_call_on()
    {
        var bench = new Bench();
        bench.AskForCallback("+15145550123");
        bench.MakeAvailable("1001", "1002");

        bench.SetStatus("1001", AgentStatus.OnBreak);

        Assert.False(bench.PhoneOf("1001").IsRinging);
        Assert.EndsWith("attempt 1/3", bench.PhoneOf("1002").Ringing.ShownName);
    }
}
