using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;
using Rappel.Tests.Sip.UserAgents;

namespace Rappel.Tests.Sip.Dialogs;

public class RoutingTests
{
    private readonly SipNetwork _network = new();
    private readonly SipHost _host;
    private readonly Wire _peer;

    public RoutingTests()
    {
        _host = _network.Add("h", "192.0.2.1");
        _host.AnswerCalls();
        _peer = new Wire(_network, _host);
    }

    private SipRequest HangUp()
    {
        _host.Hangup(_host.Only<UserAgentEvent.Called>().Leg);
        return Assert.IsType<SipRequest>(_peer.Last.Message);
    }

    private static string Via(string rest) => $"SIP/2.0/UDP 10.0.0.7:5066;{rest}branch=z9hG4bKv";

    [Fact]
    public void With_rport_responses_go_to_where_the_request_came_from()
    {
        _peer.Source = new Flow(SipTransport.Udp, "198.51.100.4", 40404, 0);
        _peer.Send("OPTIONS", 1, via: Via("rport;"));
        Assert.Equal(("198.51.100.4", 40404), (_peer.Last.ToAddress, _peer.Last.ToPort));
        Assert.Equal(("198.51.100.4", "40404"), (_peer.Response.TopVia()!.Parameter("received"), _peer.Response.TopVia()!.Parameter("rport")));
    }

    [Fact]
    public void Without_rport_they_go_to_the_port_of_the_Via_at_the_source()
    {
        _peer.Source = new Flow(SipTransport.Udp, "198.51.100.4", 40404, 0);
        _peer.Send("OPTIONS", 1, via: Via("maddr=203.0.113.1;"));
        Assert.Equal(("198.51.100.4", 5066), (_peer.Last.ToAddress, _peer.Last.ToPort));
        Assert.Equal("198.51.100.4", _peer.Response.TopVia()!.Parameter("received"));
    }

    [Fact]
    public void All_Vias_come_back_in_order()
    {
        _peer.Send("OPTIONS", 1, via: "SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK1, SIP/2.0/TCP one.example;branch=z9hG4bK2\nVia: SIP/2.0/UDP two.example");
        Assert.Equal(["192.0.2.9", "one.example", "two.example"], _peer.Response.Vias().Select(v => v.Host));
    }

    [Fact]
    public void Requests_follow_the_Record_Routes_of_a_loose_router()
    {
        _peer.Establish("Record-Route: <sip:192.0.2.9:5070;lr>, <sip:203.0.113.5;lr>\n");
        Assert.Equal(2, _network.Sent.First(p => p.What == "200 INVITE").Message.Routes("Record-Route").Count);
        var bye = HangUp();
        Assert.Equal("sip:carol@192.0.2.9", bye.Uri.ToString());
        Assert.Equal(["<sip:192.0.2.9:5070;lr>", "<sip:203.0.113.5;lr>"], bye.Routes("Route").Select(r => r.ToString()));
        Assert.Equal(("192.0.2.9", 5070), (_peer.Last.ToAddress, _peer.Last.ToPort));
    }

    [Fact]
    public void A_strict_router_takes_the_place_of_the_target()
    {
        _peer.Establish("Record-Route: <sip:192.0.2.9:5070>, <sip:203.0.113.5;lr>\n");
        var bye = HangUp();
        Assert.Equal("sip:192.0.2.9:5070", bye.Uri.ToString());
        Assert.Equal(["<sip:203.0.113.5;lr>", "<sip:carol@192.0.2.9>"], bye.Routes("Route").Select(r => r.ToString()));
    }

    [Fact]
    public void The_caller_uses_the_Record_Routes_of_the_answer_from_the_last_to_the_first()
    {
        var b = _network.Add("b", "192.0.2.2");
        var leg = _host.Call(b);
        _peer.Source = b.UdpFlow;
        _peer.Answer(_peer.Last.Message, 200, "t", "Record-Route: <sip:203.0.113.5;lr>\nRecord-Route: <sip:192.0.2.2;lr>\nContact: <sip:bob@10.1.1.1:5099>\n", "answer");
        var ack = Assert.IsType<SipRequest>(_peer.Last.Message);
        Assert.Equal(("ACK", "sip:bob@10.1.1.1:5099"), (ack.Method, ack.Uri.ToString()));
        Assert.Equal(["<sip:192.0.2.2;lr>", "<sip:203.0.113.5;lr>"], ack.Routes("Route").Select(r => r.ToString()));
        Assert.Equal(leg, _host.Only<UserAgentEvent.Answered>().Leg);
    }

    [Theory]
    [InlineData("sip:carol@192.0.2.9:5099", "192.0.2.9", 5099)] // the same machine: its port counts
    [InlineData("sip:carol@10.0.0.7:5099", "192.0.2.9", 5060)] // behind a NAT
    [InlineData("sip:carol@198.51.100.8", "198.51.100.8", 5060)] // as reachable as the source
    [InlineData("sip:carol@phone.example", "192.0.2.9", 5060)] // a name: no DNS here
    [InlineData("sip:carol@0.0.0.0", "192.0.2.9", 5060)]
    public void A_target_is_used_where_it_can_be_reached(string contact, string address, int port)
    {
        _peer.Send("INVITE", 1, headers: "Expires: 600\n", body: "offer");
        _peer.Send("ACK", 1, _peer.Response.To()!.Tag!);
        var tag = _network.Sent.First(p => p.What == "200 INVITE").Message.To()!.Tag!;
        _network.Inject(_host, _peer.Source, $"""
            UPDATE sip:bob@192.0.2.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKu
            From: <sip:carol@192.0.2.9>;tag=f
            To: <sip:bob@192.0.2.1>;tag={tag}
            Call-ID: c1
            CSeq: 2 UPDATE
            Contact: <{contact}>
            Content-Length: 0


            """);
        Assert.Equal(200, _peer.Response.Status);
        Assert.Equal(contact, HangUp().Uri.ToString());
        Assert.Equal((address, port), (_peer.Last.ToAddress, _peer.Last.ToPort));
    }

    [Fact]
    public void A_peer_that_moves_is_followed()
    {
        var tag = _peer.Establish();
        _peer.Source = _peer.Source with { RemoteAddress = "198.51.100.77", RemotePort = 777 };
        _peer.Send("INFO", 2, tag, via: "SIP/2.0/UDP 10.0.0.7;rport;branch=z9hG4bKm", headers: "");
        _network.Inject(_host, _peer.Source, "\r\n\r\n");
        Assert.Equal(200, _peer.Response.Status);
        Assert.Equal(("198.51.100.77", 777), (_peer.Last.ToAddress, _peer.Last.ToPort));
    }

    [Fact]
    public void A_lost_stream_is_replaced_for_the_next_request()
    {
        var b = _network.Add("b", "192.0.2.2");
        b.AnswerCalls();
        var leg = _host.Call(b, transport: SipTransport.Tcp);
        _network.Run(1);
        _network.Cut();
        _host.Hangup(leg);
        _network.Run(1);
        Assert.Equal(0, _peer.Network.Sent.First(p => p.What == "BYE").Connection);
        Assert.Equal(EndCause.Bye, b.Only<UserAgentEvent.Ended>().Cause);
        Assert.Equal(0, _host.Agent.LegCount);
    }

    [Fact]
    public void A_stream_lost_while_ringing_does_not_lose_the_call()
    {
        var b = _network.Add("b", "192.0.2.2");
        b.AnswerCalls(after: 5);
        _host.Call(b, transport: SipTransport.Tcp);
        _network.Run(1);
        _network.Cut();
        _network.Run(6);
        Assert.Equal(1, _host.Count<UserAgentEvent.Answered>());
        Assert.Equal(1, b.Count<UserAgentEvent.Confirmed>());
    }

    [Fact]
    public void A_stream_that_cannot_be_opened_is_503_of_our_own()
    {
        _host.Do((agent, now) => agent.Call(now, new OutgoingCall(
            SipUri.Sip("x", "192.0.2.50"), new Flow(SipTransport.Tcp, "192.0.2.50", 5060, 0), SipUri.Sip("a", "192.0.2.1"), null, SipHost.Sdp("offer"), "application/sdp", [], null)));
        _network.Run(1);
        Assert.Equal((503, true), (_host.Only<UserAgentEvent.Failed>().Status, _host.Only<UserAgentEvent.Failed>().Local));
        _host.AssertQuiet();
    }
}
