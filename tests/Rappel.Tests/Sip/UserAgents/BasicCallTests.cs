using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

public class BasicCallTests
{
    private readonly SipNetwork _network = new();
    private readonly SipHost _a;
    private readonly SipHost _b;

    public BasicCallTests()
    {
        _a = _network.Add("a", "192.0.2.1");
        _b = _network.Add("b", "192.0.2.2");
    }

    [Theory]
    [InlineData(SipTransport.Udp)]
    [InlineData(SipTransport.Tcp)]
    public void A_call_rings_is_answered_and_ended_by_the_caller(SipTransport transport)
    {
        _b.AnswerCalls(after: 2);
        var leg = _a.Call(_b, transport: transport);
        _network.Run(5);
        _a.Hangup(leg, 16);
        _network.Run(1);
        Assert.Equal(
            ["a>b INVITE", "b>a 100 INVITE", "b>a 180 INVITE", "b>a 200 INVITE", "a>b ACK", "a>b BYE", "b>a 200 BYE"], _network.Wire);
        Assert.Equal([typeof(UserAgentEvent.Progressed), typeof(UserAgentEvent.Answered)], _a.Events.Select(e => e.GetType()));
        Assert.Equal([typeof(UserAgentEvent.Called), typeof(UserAgentEvent.Confirmed), typeof(UserAgentEvent.Ended)], _b.Events.Select(e => e.GetType()));
        Assert.Equal("offer", SipHost.Text(_b.Only<UserAgentEvent.Called>().Offer));
        Assert.Equal("answer", SipHost.Text(_a.Only<UserAgentEvent.Answered>().Answer));
        var ended = _b.Only<UserAgentEvent.Ended>();
        Assert.Equal((EndCause.Bye, 16), (ended.Cause, ended.Q850));
        _network.Run(60);
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void The_callee_may_end_it()
    {
        _b.AnswerCalls();
        _a.Call(_b);
        _network.Run(1);
        _b.Hangup(_b.Only<UserAgentEvent.Called>().Leg);
        _network.Run(60);
        Assert.Equal(1, _network.Count("b>a BYE"));
        Assert.Equal(EndCause.Bye, _a.Only<UserAgentEvent.Ended>().Cause);
        Assert.Equal(0, _b.Count<UserAgentEvent.Ended>());
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void The_invite_says_who_we_are_and_what_we_can()
    {
        _a.Call(_b);
        _network.Run(1);
        var invite = _b.Only<UserAgentEvent.Called>().Invite;
        Assert.Equal("Rappel é", invite.From()!.DisplayName);
        Assert.Equal("sip:alice@192.0.2.1:5060", invite.Contacts()[0].Uri.ToString());
        Assert.Contains("UPDATE", invite.List("Allow"));
        Assert.Equal("", invite["Supported"]);
        Assert.Equal("a", invite["User-Agent"]);
        Assert.Equal("70", invite["Max-Forwards"]);
    }

    [Fact]
    public void A_busy_callee_is_told_with_status_reason_and_cause()
    {
        _b.RefuseCalls(486, ("Reason", "SIP;cause=486, Q.850 ;cause=17;text=\"User busy, really\""));
        var leg = _a.Call(_b);
        _network.Run(60);
        Assert.Equal(new UserAgentEvent.Failed(leg, 486, "No", 17, false), _a.Only<UserAgentEvent.Failed>());
        Assert.Equal(["a>b INVITE", "b>a 100 INVITE", "b>a 486 INVITE", "a>b ACK"], _network.Wire);
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void A_redirection_is_a_failure_with_its_status()
    {
        _b.RefuseCalls(302, ("Contact", "<sip:elsewhere@192.0.2.3>"));
        _a.Call(_b);
        _network.Run(60);
        Assert.Equal(302, _a.Only<UserAgentEvent.Failed>().Status);
    }

    [Fact]
    public void Silence_is_a_timeout_of_our_own_after_32_s()
    {
        _network.Drop = _ => true;
        var leg = _a.Call(_b);
        _network.Run(31.9);
        Assert.Empty(_a.Events);
        _network.Run(0.2);
        Assert.Equal(new UserAgentEvent.Failed(leg, 408, "Request Timeout", null, true), _a.Only<UserAgentEvent.Failed>());
        _a.AssertQuiet();
    }

    [Fact]
    public void A_transport_failure_is_503_of_our_own()
    {
        var leg = _a.Call(_b);
        _a.Do((agent, now) => agent.TransportFailed(now, _b.UdpFlow));
        Assert.Equal(new UserAgentEvent.Failed(leg, 503, "Service Unavailable", null, true), _a.Only<UserAgentEvent.Failed>());
    }

    [Fact]
    public void A_late_offer_is_made_in_the_200_and_answered_in_the_ACK()
    {
        _b.Owner = e =>
        {
            if (e is UserAgentEvent.Called called)
            {
                Assert.Null(called.Offer);
                _b.Agent.Answer(_network.Now, called.Leg, SipHost.Sdp("late offer"));
            }
        };
        _a.Owner = e =>
        {
            if (e is UserAgentEvent.Answered answered)
            {
                _network.After(0.2, () => _a.Agent.Answer(_network.Now, answered.Leg, SipHost.Sdp("late answer")));
            }
        };
        _a.Call(_b, offer: "");
        _network.Run(3);
        Assert.Equal("late offer", SipHost.Text(_a.Only<UserAgentEvent.Answered>().Answer));
        Assert.Equal("late answer", SipHost.Text(_b.Only<UserAgentEvent.Confirmed>().Answer));
        Assert.Equal(1, _network.Count("a>b ACK"));
    }

    [Fact]
    public void A_ringing_callee_repeats_its_progress_every_minute()
    {
        _b.Owner = e =>
        {
            if (e is UserAgentEvent.Called called)
            {
                _b.Agent.Ring(_network.Now, called.Leg, 183, SipHost.Sdp("early"));
            }
        };
        _a.Call(_b);
        _network.Run(130);
        Assert.Equal(3, _network.Count("b>a 183 INVITE"));
        Assert.Equal("early", SipHost.Text(_a.Events.OfType<UserAgentEvent.Progressed>().First().Answer));
    }

    [Fact]
    public void A_call_that_rings_and_is_forgotten_is_cancelled()
    {
        _b.Owner = e =>
        {
            if (e is UserAgentEvent.Called called)
            {
                _b.Agent.Ring(_network.Now, called.Leg, 180, null);
            }
        };
        _a.Call(_b);
        _network.Run(400);
        var failed = _a.Only<UserAgentEvent.Failed>();
        Assert.Equal((487, true), (failed.Status, failed.Local));
        Assert.Equal(EndCause.Cancelled, _b.Only<UserAgentEvent.Ended>().Cause);
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void An_INVITE_that_expires_ends_with_487()
    {
        _network.Inject(_b, _a.UdpFlow, """
            INVITE sip:bob@192.0.2.2 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKx1
            From: <sip:alice@192.0.2.1>;tag=x
            To: <sip:bob@192.0.2.2>
            Call-ID: x1
            CSeq: 1 INVITE
            Contact: <sip:alice@192.0.2.1>
            Expires: 20
            Content-Length: 0


            """);
        _network.Run(19);
        Assert.Equal(0, _b.Count<UserAgentEvent.Ended>());
        _network.Run(2);
        Assert.Contains("b>a 487 INVITE", _network.Wire);
        Assert.Equal(EndCause.Cancelled, _b.Only<UserAgentEvent.Ended>().Cause);
    }
}
