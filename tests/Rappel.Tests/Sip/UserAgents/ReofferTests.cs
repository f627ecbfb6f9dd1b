using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

public class ReofferTests
{
    private readonly SipNetwork _network = new();
    private readonly SipHost _a;
    private readonly SipHost _b;
    private readonly SipLeg _leg;
    private readonly SipLeg _peerLeg;

    public ReofferTests()
    {
        _a = _network.Add("a", "192.0.2.1");
        _b = _network.Add("b", "192.0.2.2");
        _b.AnswerCalls();
        _leg = _a.Call(_b);
        _network.Run(1);
        _peerLeg = _b.Only<UserAgentEvent.Called>().Leg;
        _network.Wire.Clear();
    }

    private static void Reoffer(SipHost host, SipLeg leg, string sdp) => host.Do((agent, now) => agent.Reoffer(now, leg, SipHost.Sdp(sdp)));

    private void AssertEndsQuietly()
    {
        _a.Hangup(_leg);
        _network.Run(100);
        Assert.Equal(1, _network.Count("a>b BYE"));
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void Hold_is_an_offer_that_is_answered_within_the_call()
    {
        _b.AnswerReoffers();
        Reoffer(_a, _leg, "a=sendonly");
        _network.Run(1);
        Assert.Equal(["a>b INVITE", "b>a 100 INVITE", "b>a 200 INVITE", "a>b ACK"], _network.Wire);
        Assert.Equal("a=sendonly", SipHost.Text(_b.Only<UserAgentEvent.Reoffered>().Offer));
        Assert.Equal("reanswer", SipHost.Text(_a.Only<UserAgentEvent.ReofferAnswered>().Answer));
        AssertEndsQuietly();
    }

    [Fact]
    public void The_callee_may_offer_too()
    {
        _a.AnswerReoffers();
        Reoffer(_b, _peerLeg, "a=inactive");
        _network.Run(1);
        Assert.Equal("a=inactive", SipHost.Text(_a.Only<UserAgentEvent.Reoffered>().Offer));
        Assert.Equal("reanswer", SipHost.Text(_b.Only<UserAgentEvent.ReofferAnswered>().Answer));
        AssertEndsQuietly();
    }

    [Fact]
    public void A_refused_offer_leaves_the_call_as_it_was()
    {
        _b.Owner += e =>
        {
            if (e is UserAgentEvent.Reoffered reoffered)
            {
                _b.Agent.RejectReoffer(_network.Now, reoffered.Leg, 488);
            }
        };
        Reoffer(_a, _leg, "a=sendonly");
        _network.Run(1);
        Assert.Null(_a.Only<UserAgentEvent.ReofferAnswered>().Answer);
        Assert.Equal(["a>b INVITE", "b>a 100 INVITE", "b>a 488 INVITE", "a>b ACK"], _network.Wire);
        AssertEndsQuietly();
    }

    [Fact]
    public void Offers_that_meet_get_491_and_go_again_one_after_the_other()
    {
        _a.AnswerReoffers();
        _b.AnswerReoffers();
        _a.Agent.Reoffer(_network.Now, _leg, SipHost.Sdp("from a"));
        _b.Agent.Reoffer(_network.Now, _peerLeg, SipHost.Sdp("from b"));
        _network.Run(10);
        Assert.Equal((1, 1), (_network.Count("a>b 491 INVITE"), _network.Count("b>a 491 INVITE")));
        Assert.Equal("from b", SipHost.Text(_a.Only<UserAgentEvent.Reoffered>().Offer));
        Assert.Equal("from a", SipHost.Text(_b.Only<UserAgentEvent.Reoffered>().Offer));
        Assert.Equal("reanswer", SipHost.Text(_a.Only<UserAgentEvent.ReofferAnswered>().Answer));
        Assert.Equal("reanswer", SipHost.Text(_b.Only<UserAgentEvent.ReofferAnswered>().Answer));

        // RFC 3261 §14.1: the callee of the call tries within 2 s, the caller not before 2.1 s.
        Assert.True(_network.Wire.LastIndexOf("b>a INVITE") < _network.Wire.LastIndexOf("a>b INVITE"));
        AssertEndsQuietly();
    }

    [Fact]
    public void A_late_offer_comes_in_the_200_and_its_answer_in_the_ACK()
    {
        _b.AnswerReoffers();
        _a.Owner = e =>
        {
            if (e is UserAgentEvent.ReofferAnswered { Answer: not null } offered)
            {
                _a.Agent.AnswerReoffer(_network.Now, offered.Leg, SipHost.Sdp("late answer"));
            }
        };
        Reoffer(_a, _leg, "");
        _network.Run(1);
        Assert.Null(_b.Only<UserAgentEvent.Reoffered>().Offer);
        Assert.Equal("reanswer", SipHost.Text(_a.Only<UserAgentEvent.ReofferAnswered>().Answer));
        Assert.Equal("late answer", SipHost.Text(_b.Events.OfType<UserAgentEvent.Confirmed>().Last().Answer));
        AssertEndsQuietly();
    }

    [Fact]
    public void An_offer_while_another_is_out_waits_for_it()
    {
        _b.AnswerReoffers();
        _a.Agent.Reoffer(_network.Now, _leg, SipHost.Sdp("first"));
        _a.Agent.Reoffer(_network.Now, _leg, SipHost.Sdp("second"));
        _network.Run(1);
        Assert.Equal(["first", "second"], _b.Events.OfType<UserAgentEvent.Reoffered>().Select(r => SipHost.Text(r.Offer)));
        Assert.Equal(2, _a.Count<UserAgentEvent.ReofferAnswered>());
        AssertEndsQuietly();
    }

    [Fact]
    public void An_owner_that_does_not_answer_an_offer_is_spoken_for_after_10_s()
    {
        Reoffer(_a, _leg, "anybody?");
        _network.Run(11);
        Assert.Equal(1, _network.Count("b>a 500 INVITE"));
        Assert.Null(_a.Only<UserAgentEvent.ReofferAnswered>().Answer);
        AssertEndsQuietly();
    }

    [Fact]
    public void A_lost_ACK_of_a_reoffer_ends_the_call_after_32_s()
    {
        _b.AnswerReoffers();
        _network.Drop = p => p.What == "ACK";
        Reoffer(_a, _leg, "hold");
        _network.Run(40);
        Assert.Equal(EndCause.NoAck, _b.Only<UserAgentEvent.Ended>().Cause);
        Assert.Equal(EndCause.Bye, _a.Only<UserAgentEvent.Ended>().Cause);
        _network.Run(60);
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void A_BYE_during_an_offer_ends_both()
    {
        Reoffer(_a, _leg, "hold");
        _network.Run(1);
        _b.Hangup(_peerLeg);
        _network.Run(100);
        Assert.Equal(1, _network.Count("b>a 487 INVITE"));
        Assert.Equal(EndCause.Bye, _a.Only<UserAgentEvent.Ended>().Cause);
        Assert.Null(_a.Only<UserAgentEvent.ReofferAnswered>().Answer);
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void A_peer_that_knows_the_call_no_more_ends_it()
    {
        var c = _network.Add("c", "192.0.2.2", 5062);
        Assert.NotNull(c);
        _network.Drop = p =>
        {
            if (p.What != "INVITE")
            {
                return false;
            }

            // The peer was restarted: somebody without the dialog answers.
            _network.After(0.01, () => c.Agent.Receive(_network.Now, _a.UdpFlow, p.Bytes));
            return true;
        };
        Reoffer(_a, _leg, "hold");
        _network.Run(100);
        Assert.Equal(EndCause.Bye, _a.Only<UserAgentEvent.Ended>().Cause);
        _a.AssertQuiet();
    }
}
