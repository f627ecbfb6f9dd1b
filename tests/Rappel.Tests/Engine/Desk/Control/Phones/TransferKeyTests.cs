using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Sip.Messages;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine.Desk.Control.Phones;

/// <summary>REFER from an agent's phone.</summary>
public sealed class TransferKeyTests
{
    private static string Sip(string user) => $"<sip:{user}@{Bench.Address}>";

    private static IEnumerable<string> Told(Bench bench, Phone phone) => bench.Sent
        .Where(s => s.To == phone.Address && s.Message is SipRequest { Method: "NOTIFY" })
        .Select(s => System.Text.Encoding.ASCII.GetString(s.Message.Body.Span).TrimEnd());

    [Fact]
    public void The_customer_goes_to_a_colleague_and_the_agent_is_in_wrap_up_at_once()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();

        Assert.Equal(202, agent.Refer(Sip("1002")));

        Assert.Equal("ringing", caller.Hears);
        Assert.Equal(AgentStatus.WrapUp, bench.StatusOf("1001"));
        Assert.Equal("SIP/2.0 100 Trying", Told(bench, bench.PhoneOf("1001")).First());
        Assert.True(agent.IsOver);
        var colleague = bench.PhoneOf("1002").Ringing.Answer();
        Assert.True(colleague.TalksWith(caller));
        Assert.Equal("diverted: agent", bench.Disk.Interactions[0].Outcome);
        Assert.Contains(bench.Disk.Journal, n => n is { Event: "transfer", Detail: "agent 1002", Who: "1001" });
    }

    [Theory]
    [InlineData("<sip:5145550188@10.0.0.1;user=phone>")]
    [InlineData("<tel:+1-514-555-0188>")]
    [InlineData("sip:514-555-0188@pbx.example.com")]
    public void A_number_goes_through_the_dial_plan(string to)
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();

        Assert.Equal(202, agent.Refer(to));

        var outside = bench.Carrier.Ringing;
        Assert.Equal("+15145550188", outside.Number);
        Assert.True(outside.Answer().TalksWith(caller));
        Assert.Equal("diverted: number", bench.Disk.Interactions[0].Outcome);
    }

    [Fact]
    public void A_queue_is_named_by_its_key()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();

        Assert.Equal(202, agent.Refer(Sip("nurses")));

        bench.MakeAvailable("1002");
        Assert.True(bench.PhoneOf("1002").Ringing.Answer().TalksWith(caller));
    }

    [Theory]
    [InlineData("<sip:1001@10.0.0.1>", 482)]
    [InlineData("<sip:1002@10.0.0.1>", 486)]
    [InlineData("<sip:5551@10.0.0.1>", 403)]
    [InlineData("<sip:nobody@10.0.0.1>", 404)]
    [InlineData("<sip:10.0.0.1>", 404)]
    [InlineData("<mailto:nobody@example.com>", 416)]
    [InlineData("<sip:1002@10.0.0.1?Replaces=x%3Bto-tag%3D1%3Bfrom-tag%3D2>", 481)]
    public void What_cannot_be_done_is_refused_and_the_call_goes_on(string to, int status)
    {
        var bench = new Bench();
        bench.SetStatus("1002", AgentStatus.LoggedOut);
        var (caller, agent) = bench.Talking();

        Assert.Equal(status, agent.Refer(to));

        Assert.True(agent.TalksWith(caller));
        Assert.Empty(Told(bench, bench.PhoneOf("1001")));
    }

    [Fact]
    public void A_caller_sends_nobody_anywhere()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();

        Assert.Equal(403, caller.Refer("<tel:+15145550188>"));

        Assert.True(agent.TalksWith(caller));
        Assert.DoesNotContain(bench.Carrier.Calls, c => c.IsRinging);
        Assert.Contains(bench.Logs, l => l.Kind == "transfer-refused");
    }

    [Fact]
    public void Nor_does_somebody_outside_whom_an_agent_dialled()
    {
        var bench = new Bench();
        bench.Do(new CallControl.Dial("1001", Calls.Outside, "1001"));
        var agent = bench.PhoneOf("1001").Ringing.Answer();
        var outside = bench.Carrier.Ringing.Answer();

        Assert.Equal(403, outside.Refer(Sip("1002")));
        Assert.True(agent.TalksWith(outside));
    }

    [Fact]
    public void Nor_does_an_agents_phone_that_calls_a_channel_as_anybody_may()
    {
        var bench = new Bench();
        var call = bench.Dials("1004", "+15145550100");
        Assert.True(call.IsUp);

        Assert.Equal(403, call.Refer("<tel:+15145550188>"));
        Assert.False(call.IsOver);
    }

    [Fact]
    public void A_colleague_who_is_only_asked_cannot_send_the_agent_on()
    {
        var bench = new Bench();
        var (_, agent, colleague) = bench.Asking();

        Assert.Equal(603, colleague.Refer(Sip("1004")));
        Assert.True(agent.TalksWith(colleague));
    }

    [Fact]
    public void While_somebody_is_asked_by_command_the_key_does_nothing()
    {
        var bench = new Bench();
        var (_, agent, colleague) = bench.Asking();

        Assert.Equal(603, agent.Refer(Sip("1004")));
        Assert.True(agent.TalksWith(colleague));
    }

    [Fact]
    public void A_phone_that_hangs_up_as_it_refers_has_handed_the_customer_over()
    {
        var bench = new Bench();
        var (caller, agent) = bench.Talking();
        bench.PhoneOf("1001").IsUnplugged = true;

        agent.Refer(Sip("1002"));
        bench.Pass(120);

        Assert.False(caller.IsOver);
        Assert.Equal(0, bench.Engine.Context.Legs.All.Count(l => l.Agent == "1001"));
    }
}
