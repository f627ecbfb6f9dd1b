using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

public class ScreeningTests
{
    private readonly SipNetwork _network = new();
    private SipHost _host;
    private Wire _peer;

    public ScreeningTests()
    {
        _host = _network.Add("h", "192.0.2.1");
        _peer = new Wire(_network, _host);
    }

    private void Limit(UserAgentLimits limits)
    {
        _host = _network.Add("limited", "192.0.2.1", limits: limits);
        _peer = new Wire(_network, _host);
    }

    [Theory]
    [InlineData("SUBSCRIBE", 405)]
    [InlineData("FROBNICATE", 501)]
    public void A_method_we_do_not_serve_is_told_with_those_we_do(string method, int status)
    {
        _peer.Send(method, 1);
        Assert.Equal(status, _peer.Response.Status);
        Assert.Contains("INVITE", _peer.Response.List("Allow"));
    }

    [Fact]
    public void A_required_extension_is_420()
    {
        _peer.Send("INVITE", 1, headers: "Require: 100rel, precondition\n");
        Assert.Equal((420, "100rel, precondition"), (_peer.Response.Status, _peer.Response["Unsupported"]));
    }

    [Fact]
    public void A_body_we_do_not_know_is_415()
    {
        _peer.Send("INVITE", 1, headers: "Content-Type: text/plain\n", body: "hello");
        Assert.Equal((415, "application/sdp"), (_peer.Response.Status, _peer.Response["Accept"]));
    }

    [Fact]
    public void A_closed_agent_takes_no_new_call_and_says_so_to_OPTIONS()
    {
        _host.AnswerCalls();
        var tag = _peer.Establish();
        _host.IsClosed = true;
        _peer.Send("INVITE", 1, callId: "c2");
        Assert.Equal((503, "30"), (_peer.Response.Status, _peer.Response["Retry-After"]));
        _peer.Send("OPTIONS", 1, callId: "c3");
        Assert.Equal(503, _peer.Response.Status);
        _peer.Send("BYE", 2, tag);
        Assert.Equal(200, _peer.Response.Status);
    }

    [Fact]
    public void The_same_INVITE_by_two_ways_is_one_call_and_482()
    {
        _peer.Send("INVITE", 1);
        _peer.Send("INVITE", 1);
        Assert.Equal([100, 482], _peer.Statuses);
        Assert.Equal(1, _host.Count<UserAgentEvent.Called>());
    }

    [Fact]
    public void An_INVITE_of_an_old_client_is_matched_without_a_branch()
    {
        const string Via = "SIP/2.0/UDP 192.0.2.9";
        _host.RefuseCalls(486);
        _peer.Send("INVITE", 1, via: Via);
        _peer.Send("INVITE", 1, via: Via);
        Assert.Equal([100, 486, 486], _peer.Statuses);
        Assert.Equal(1, _host.Count<UserAgentEvent.Called>());
        var tag = _peer.Response.To()!.Tag!;
        _peer.Send("ACK", 1, "other", via: Via);
        _network.Run(1);
        Assert.Equal(4, _peer.Statuses.Count());
        _peer.Send("ACK", 1, tag, via: Via);
        _network.Run(40);
        Assert.Equal(4, _peer.Statuses.Count());
        _host.AssertQuiet();
    }

    [Fact]
    public void A_CANCEL_of_an_old_client_finds_its_INVITE()
    {
        _peer.Send("INVITE", 1, via: "SIP/2.0/UDP 192.0.2.9");
        _peer.Send("CANCEL", 1, via: "SIP/2.0/UDP 192.0.2.9");
        Assert.Equal([100, 200, 487], _peer.Statuses);
    }

    [Fact]
    public void A_malformed_request_is_answered_where_it_can_be_and_noted()
    {
        _network.Inject(_host, _peer.Source, """
            INVITE sip:bob@192.0.2.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKbad
            From: <sip:carol@192.0.2.9>;tag=f
            To: <sip:bob@192.0.2.1>
            Call-ID: bad
            CSeq: 1 INVITE
            Max-Forwards: many
            Content-Length: 0


            """);
        Assert.Equal(400, _peer.Response.Status);
        _network.Inject(_host, _peer.Source, "no SIP at all\n\n");
        Assert.Equal(2, _host.Count<UserAgentEvent.Noted>());
        Assert.Single(_network.Sent);
    }

    [Fact]
    public void Blank_datagrams_are_ignored()
    {
        _network.Inject(_host, _peer.Source, "\n\n");
        _network.Inject(_host, _peer.Source, "\0\0\0\0");
        Assert.Empty(_host.Events);
        Assert.Empty(_network.Sent);
    }

    [Fact]
    public void A_response_or_ACK_that_belongs_to_nothing_is_dropped()
    {
        _peer.Send("ACK", 1, "t");
        _peer.Answer(new SipRequest("INVITE", SipUri.Sip("a", "b.example"),
            [new("Via", "SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKx"), new("From", "<sip:a@b.example>;tag=1"), new("To", "<sip:b@b.example>"), new("Call-ID", "q"), new("CSeq", "1 INVITE")], default), 200, "t");
        Assert.Empty(_network.Sent);
        Assert.Empty(_host.Events);
    }

    [Fact]
    public void One_call_too_many_is_503_both_ways()
    {
        Limit(new UserAgentLimits { Legs = 2 });
        _peer.Send("INVITE", 1, callId: "c1");
        _peer.Send("INVITE", 1, callId: "c2");
        _peer.Send("INVITE", 1, callId: "c3");
        Assert.Equal([100, 100, 503], _peer.Statuses);
        _host.Call(_host);
        Assert.Equal((503, true), (_host.Only<UserAgentEvent.Failed>().Status, _host.Only<UserAgentEvent.Failed>().Local));
        Assert.Equal(2, _host.Agent.LegCount);
    }

    [Fact]
    public void One_transaction_too_many_is_503()
    {
        Limit(new UserAgentLimits { Transactions = 2 });
        _peer.Send("INVITE", 1, callId: "c1");
        _peer.Send("INVITE", 1, callId: "c2");
        _peer.Send("OPTIONS", 1, callId: "c3");
        Assert.Equal([100, 100, 503], _peer.Statuses);
    }

    [Fact]
    public void Notes_that_nobody_takes_do_not_pile_up()
    {
        var agent = new UserAgent(
            new UserAgentSettings("192.0.2.1", 5060, "r", "p"), _host, _network.Entropy, new UserAgentLimits { Events = 10 }, Rappel.Sip.Transactions.TransactionTimers.Default);
        for (var i = 0; i < 100; i++)
        {
            agent.Receive(_network.Now, _peer.Source, "bad"u8.ToArray());
        }

        var taken = 0;
        while (agent.TryTakeEvent(out _))
        {
            taken++;
        }

        Assert.Equal(10, taken);
    }
}
