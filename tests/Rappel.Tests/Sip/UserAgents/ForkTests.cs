using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

public class ForkTests
{
    private const string Contact = "Contact: <sip:bob@192.0.2.9>\n";
    private readonly SipNetwork _network = new();
    private readonly SipHost _host;
    private readonly Wire _peer;
    private readonly SipMessage _invite;
    private readonly SipLeg _leg;

    public ForkTests()
    {
        _host = _network.Add("h", "192.0.2.1");
        _peer = new Wire(_network, _host);
        var peer = _network.Add("p", "192.0.2.9");
        _network.Drop = p => p.From == _host;
        _leg = _host.Call(peer);
        _invite = _peer.Last.Message;
    }

    private IEnumerable<string> Requests => _network.Sent.Select(p => p.Message).OfType<SipRequest>().Skip(1).Select(r => $"{r.Method} {r.To()!.Tag}");

    [Fact]
    public void A_second_fork_that_answers_is_acknowledged_and_ended()
    {
        _peer.Answer(_invite, 180, "one", Contact);
        _peer.Answer(_invite, 180, "two", Contact);
        _peer.Answer(_invite, 200, "two", Contact, "answer");
        _peer.Answer(_invite, 200, "one", Contact, "answer");
        Assert.Equal(["ACK two", "ACK one", "BYE one"], Requests);
        Assert.Equal(1, _host.Count<UserAgentEvent.Answered>());
        Assert.Equal(2, _host.Count<UserAgentEvent.Progressed>());

        // Each fork repeats its 200 until it hears its own ACK; the BYE goes once.
        _peer.Answer(_invite, 200, "one", Contact, "answer");
        _peer.Answer(_invite, 200, "two", Contact, "answer");
        Assert.Equal(["ACK two", "ACK one", "BYE one", "ACK one", "ACK two"], Requests);
        _host.Hangup(_leg);
        _network.Run(100);
        _host.AssertQuiet();
    }

    [Fact]
    public void A_200_after_Timer_M_is_dropped()
    {
        _peer.Answer(_invite, 200, "one", Contact, "answer");
        _network.Run(33);
        _peer.Answer(_invite, 200, "one", Contact, "answer");
        Assert.Equal(["ACK one"], Requests);
    }

    [Fact]
    public void A_refusal_after_the_answer_changes_nothing()
    {
        _peer.Answer(_invite, 200, "one", Contact, "answer");
        _peer.Answer(_invite, 486, "two");
        Assert.Equal(0, _host.Count<UserAgentEvent.Failed>());
        Assert.Equal(1, _host.Agent.LegCount);
    }

    [Fact]
    public void More_forks_than_the_limit_cost_nothing()
    {
        for (var i = 0; i < 50; i++)
        {
            _peer.Answer(_invite, 200, $"t{i}", Contact, "answer");
        }

        Assert.Equal(UserAgentLimits.Default.ForksPerCall, Requests.Count(r => r.StartsWith("ACK", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_request_in_an_early_dialog_is_heard()
    {
        _peer.Answer(_invite, 183, "one", Contact, "early");
        var our = _invite.From()!.Tag!;
        _peer.Send("INFO", 1, our, fromTag: "one", callId: _invite.CallId()!, headers: "Content-Type: application/dtmf-relay\n", body: "Signal=1");
        Assert.Equal(200, _peer.Response.Status);
        Assert.Equal(1, _host.Count<UserAgentEvent.Told>());
    }
}
