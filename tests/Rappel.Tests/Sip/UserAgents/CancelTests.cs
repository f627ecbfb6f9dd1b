using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

public class CancelTests
{
    private readonly SipNetwork _network = new();
    private readonly SipHost _a;
    private readonly SipHost _b;

    public CancelTests()
    {
        _a = _network.Add("a", "192.0.2.1");
        _b = _network.Add("b", "192.0.2.2");
    }

    private void AssertCancelledOnce()
    {
        var failed = _a.Only<UserAgentEvent.Failed>();
        Assert.Equal((487, true), (failed.Status, failed.Local));
        _network.Run(100);
        Assert.Equal(1, _a.Count<UserAgentEvent.Failed>());
        Assert.Equal(0, _a.Count<UserAgentEvent.Answered>());
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void A_ringing_call_is_cancelled()
    {
        _b.AnswerCalls(after: 10);
        var leg = _a.Call(_b);
        _network.Run(2);
        _a.Hangup(leg, 16);
        _network.Run(1);
        Assert.Equal(
            ["a>b INVITE", "b>a 100 INVITE", "b>a 180 INVITE", "a>b CANCEL", "b>a 200 CANCEL", "b>a 487 INVITE", "a>b ACK"], _network.Wire);
        var ended = _b.Only<UserAgentEvent.Ended>();
        Assert.Equal((EndCause.Cancelled, 16), (ended.Cause, ended.Q850));
        AssertCancelledOnce();
    }

    [Fact]
    public void The_answers_to_a_CANCEL_and_to_its_INVITE_have_one_tag()
    {
        var peer = new Wire(_network, _a);
        const string Via = "SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKsame";
        peer.Send("INVITE", 1, via: Via, body: "offer");
        peer.Send("CANCEL", 1, via: Via);
        var responses = _network.Sent.Select(p => p.Message).OfType<SipResponse>().Where(r => r.Status >= 200).ToList();
        Assert.Equal([200, 487], responses.Select(r => r.Status));
        Assert.NotNull(responses[0].To()!.Tag);
        Assert.Equal(responses[0].To()!.Tag, responses[1].To()!.Tag);
    }

    [Fact]
    public void A_CANCEL_waits_for_a_provisional_response()
    {
        _network.Drop = p => p.What == "100 INVITE";
        _b.Owner = e =>
        {
            if (e is UserAgentEvent.Called called)
            {
                _network.After(1.5, () => _b.Agent.Ring(_network.Now, called.Leg, 180, null));
            }
        };
        var leg = _a.Call(_b);
        _a.Hangup(leg);
        _network.Run(1);
        Assert.Equal(0, _network.Count("a>b CANCEL"));
        _network.Run(2);
        Assert.Equal(1, _network.Count("a>b CANCEL"));
        AssertCancelledOnce();
    }

    [Fact]
    public void A_phone_that_the_INVITE_never_reached_does_not_ring_once_nobody_waits_any_more()
    {
        _network.Drop = p => _network.Seconds < 1.2;
        var leg = _a.Call(_b);
        _network.Run(1);
        _a.Hangup(leg);
        _network.Run(40);
        Assert.Empty(_b.Events);
        Assert.Equal(1, _a.Count<UserAgentEvent.Failed>());
    }

    [Fact]
    public void An_answer_that_crosses_the_CANCEL_is_acknowledged_and_ended()
    {
        _b.AnswerCalls(after: 2);
        var leg = _a.Call(_b);

        // b answers at 2.01; a cancels at 2.015, before it hears.
        _network.After(2.015, () => _a.Hangup(leg, 16));
        _network.Run(3);
        Assert.Equal(
            [
                "a>b INVITE", "b>a 100 INVITE", "b>a 180 INVITE", "b>a 200 INVITE", "a>b CANCEL", "a>b ACK", "a>b BYE", "b>a 200 CANCEL", "b>a 200 BYE",
            ],
            _network.Wire);
        Assert.Equal(EndCause.Bye, _b.Only<UserAgentEvent.Ended>().Cause);
        AssertCancelledOnce();
    }

    [Fact]
    public void A_refusal_that_crosses_the_CANCEL_is_the_truth()
    {
        _b.Owner = e =>
        {
            if (e is UserAgentEvent.Called called)
            {
                _network.After(2, () => _b.Agent.Reject(_network.Now, called.Leg, 486, "Busy", []));
            }
        };
        var leg = _a.Call(_b);
        _network.After(2.015, () => _a.Hangup(leg));
        _network.Run(100);
        var failed = _a.Only<UserAgentEvent.Failed>();
        Assert.Equal((486, false), (failed.Status, failed.Local));
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void A_cancelled_call_that_is_never_answered_is_given_up_after_32_s()
    {
        var leg = _a.Call(_b);
        _network.Run(1);
        _network.Drop = p => p.From == _b;
        _a.Hangup(leg);
        _network.Run(31);
        Assert.Equal(0, _a.Count<UserAgentEvent.Failed>());
        _network.Run(2);
        AssertCancelledOnce();
    }

    [Fact]
    public void A_call_to_nobody_that_was_cancelled_is_a_timeout()
    {
        _network.Drop = _ => true;
        var leg = _a.Call(_b);
        _a.Hangup(leg);
        _network.Run(40);
        Assert.Equal((408, true), (_a.Only<UserAgentEvent.Failed>().Status, _a.Only<UserAgentEvent.Failed>().Local));
        Assert.Equal(0, _network.Count("a>b CANCEL"));
        _a.AssertQuiet();
    }

    [Fact]
    public void A_CANCEL_of_nothing_is_481()
    {
        _network.Inject(_b, _a.UdpFlow, """
            CANCEL sip:bob@192.0.2.2 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKnone
            From: <sip:alice@192.0.2.1>;tag=x
            To: <sip:bob@192.0.2.2>
            Call-ID: x
            CSeq: 1 CANCEL
            Content-Length: 0


            """);
        Assert.Equal(["b>a 481 CANCEL"], _network.Wire);
    }

    [Fact]
    public void A_call_not_yet_answered_is_hung_up_with_480()
    {
        _a.Call(_b);
        _network.Run(1);
        _b.Hangup(_b.Only<UserAgentEvent.Called>().Leg, 31);
        _network.Run(100);
        var failed = _a.Only<UserAgentEvent.Failed>();
        Assert.Equal((480, 31), (failed.Status, failed.Q850));
        Assert.Equal(0, _b.Count<UserAgentEvent.Ended>());
        _a.AssertQuiet();
        _b.AssertQuiet();
    }
}
