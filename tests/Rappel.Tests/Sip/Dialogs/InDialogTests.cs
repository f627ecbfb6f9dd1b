using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;
using Rappel.Tests.Sip.UserAgents;

namespace Rappel.Tests.Sip.Dialogs;

public class InDialogTests
{
    private readonly SipNetwork _network = new();
    private readonly SipHost _host;
    private readonly Wire _peer;

    public InDialogTests()
    {
        _host = _network.Add("h", "192.0.2.1");
        _host.AnswerCalls();
        _host.AnswerReoffers();
        _peer = new Wire(_network, _host);
    }

    [Theory]
    [InlineData("BYE")]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    [InlineData("INFO")]
    [InlineData("OPTIONS")]
    public void A_request_of_an_unknown_dialog_is_481(string method)
    {
        _peer.Send(method, 5, "no such tag");
        _peer.Send(method, 5, "nosuchtag");
        Assert.Equal(481, _peer.Response.Status);
        Assert.Equal(0, _host.Agent.LegCount);
    }

    [Fact]
    public void A_stranger_who_knows_our_tag_but_not_the_peers_is_481()
    {
        var tag = _peer.Establish();
        _peer.Send("BYE", 2, tag, fromTag: "other");
        Assert.Equal(481, _peer.Response.Status);
        Assert.Equal(1, _host.Agent.LegCount);
    }

    [Fact]
    public void A_request_out_of_order_is_500_and_changes_nothing()
    {
        var tag = _peer.Establish();
        _peer.Send("INFO", 7, tag);
        _peer.Send("BYE", 6, tag);
        Assert.Equal(500, _peer.Response.Status);
        Assert.Equal(1, _host.Agent.LegCount);
        _peer.Send("BYE", 8, tag);
        Assert.Equal(200, _peer.Response.Status);
        Assert.Equal(0, _host.Agent.LegCount);
    }

    [Fact]
    public void INFO_is_told_with_its_body()
    {
        var tag = _peer.Establish();
        _peer.Send("INFO", 2, tag, headers: "Content-Type: application/dtmf-relay\n", body: "Signal=5");
        Assert.Equal(200, _peer.Response.Status);
        var told = _host.Only<UserAgentEvent.Told>();
        Assert.Equal(("application/dtmf-relay", "Signal=5"), (told.ContentType, SipHost.Text(told.Body)));
    }

    [Fact]
    public void OPTIONS_tells_what_we_can_in_and_out_of_a_dialog()
    {
        _peer.Send("OPTIONS", 1, callId: "o");
        Assert.Equal((200, "application/sdp", ""), (_peer.Response.Status, _peer.Response["Accept"], _peer.Response["Supported"]));
        Assert.Contains("INVITE", _peer.Response.List("Allow"));
        var tag = _peer.Establish();
        _peer.Send("OPTIONS", 2, tag);
        Assert.Equal(200, _peer.Response.Status);
    }

    [Fact]
    public void UPDATE_with_an_offer_is_answered_and_without_one_moves_the_target()
    {
        var tag = _peer.Establish();
        _peer.Send("UPDATE", 2, tag, body: "hold");
        Assert.Equal(200, _peer.Response.Status);
        Assert.Equal("reanswer", SipHost.Text(_peer.Response.Body));
        Assert.Equal("hold", SipHost.Text(_host.Only<UserAgentEvent.Reoffered>().Offer));
        _peer.Send("UPDATE", 3, tag, headers: "");
        Assert.Equal(200, _peer.Response.Status);
        Assert.Equal(1, _host.Count<UserAgentEvent.Reoffered>());
    }

    [Fact]
    public void UPDATE_with_an_offer_before_the_answer_may_try_again_later()
    {
        _host.Owner = null;
        _peer.Send("INVITE", 1, body: "offer");
        _host.Do((agent, now) => agent.Ring(now, _host.Only<UserAgentEvent.Called>().Leg, 180, null));
        _peer.Send("UPDATE", 2, _peer.Response.To()!.Tag!, body: "hold");
        Assert.Equal(500, _peer.Response.Status);
        Assert.InRange(int.Parse(_peer.Response["Retry-After"]!), 0, 10);
    }

    [Fact]
    public void A_second_INVITE_before_the_first_is_answered_may_try_again_later()
    {
        _host.Owner = null;
        _peer.Send("INVITE", 1, body: "offer");
        _host.Do((agent, now) => agent.Ring(now, _host.Only<UserAgentEvent.Called>().Leg, 180, null));
        _peer.Send("INVITE", 2, _peer.Response.To()!.Tag!, body: "offer 2");
        Assert.Equal(500, _peer.Response.Status);
        Assert.NotNull(_peer.Response["Retry-After"]);
    }

    [Fact]
    public void A_re_INVITE_before_the_ACK_is_pending()
    {
        _peer.Send("INVITE", 1, body: "offer");
        _peer.Send("INVITE", 2, _peer.Response.To()!.Tag!, body: "offer 2");
        Assert.Equal(491, _peer.Response.Status);
    }

    [Fact]
    public void BYE_before_the_answer_ends_the_INVITE_with_487()
    {
        _host.Owner = null;
        _peer.Send("INVITE", 1, body: "offer");
        _host.Do((agent, now) => agent.Ring(now, _host.Only<UserAgentEvent.Called>().Leg, 180, null));
        _peer.Send("BYE", 2, _peer.Response.To()!.Tag!);
        Assert.Equal([100, 180, 200, 487], _peer.Statuses);
        Assert.Equal(EndCause.Bye, _host.Only<UserAgentEvent.Ended>().Cause);
    }

    [Fact]
    public void A_CANCEL_of_a_re_INVITE_leaves_the_call()
    {
        var tag = _peer.Establish();
        _host.Owner = null;
        _peer.Send("INVITE", 2, tag, via: "SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKre", body: "hold");
        _peer.Send("CANCEL", 2, tag, via: "SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKre");
        Assert.Equal([200, 487], _peer.Statuses.TakeLast(2));
        Assert.Equal(1, _host.Agent.LegCount);
    }

    [Fact]
    public void A_method_that_is_not_served_is_not_allowed()
    {
        var tag = _peer.Establish();
        _peer.Send("SUBSCRIBE", 2, tag);
        Assert.Equal(405, _peer.Response.Status);
    }
}
