using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

/// <summary>REFER within a call (RFC 3515), from a peer written by hand.</summary>
public class ReferralTests
{
    private const string ToBob = "Refer-To: <sip:1002@192.0.2.1>\n";
    private readonly SipNetwork _network = new();
    private readonly SipHost _host;
    private readonly Wire _peer;
    private readonly string _tag;
    private int _answer = 200;

    public ReferralTests()
    {
        _host = _network.Add("h", "192.0.2.1");
        _host.AnswerCalls();
        _host.Owner += happened =>
        {
            if (happened is UserAgentEvent.Referred referred && _answer > 0)
            {
                _host.Agent.AnswerReferral(_network.Now, referred.Leg, _answer, "because");
            }
        };
        _peer = new Wire(_network, _host);
        _tag = _peer.Establish();
    }

    private SipLeg Leg => _host.Only<UserAgentEvent.Called>().Leg;

    private IEnumerable<SipRequest> Requests(string method) => _network.Sent.Select(p => p.Message).OfType<SipRequest>().Where(r => r.Method == method);

    private static string Sipfrag(SipRequest notify) => SipHost.Text(notify.Body).TrimEnd();

    private void Confirm(SipRequest request, int status = 200) => _network.Inject(_host, _peer.Source, $"""
        SIP/2.0 {status} X
        Via: {request["Via"]}
        From: {request["From"]}
        To: {request["To"]}
        Call-ID: {request["Call-ID"]}
        CSeq: {request["CSeq"]}
        Content-Length: 0


        """);

    [Fact]
    public void It_is_accepted_and_the_peer_is_told_first_that_it_begins_and_then_that_it_was_done()
    {
        _peer.Send("REFER", 2, _tag, headers: ToBob);

        var told = _host.Only<UserAgentEvent.Referred>();
        Assert.Equal((Leg, "sip:1002@192.0.2.1", null), (told.Leg, told.To.ToString(), told.Replaced));
        Assert.Contains(202, _peer.Statuses);
        var trying = Assert.Single(Requests("NOTIFY"));
        Assert.Equal(("refer", "active;expires=60", "message/sipfrag;version=2.0"), (trying["Event"], trying["Subscription-State"], trying["Content-Type"]));
        Assert.Equal("SIP/2.0 100 Trying", Sipfrag(trying));
        Assert.NotEmpty(trying.Contacts());

        Confirm(trying);
        var done = Requests("NOTIFY").Last();
        Assert.Equal(("terminated;reason=noresource", "SIP/2.0 200 OK"), (done["Subscription-State"], Sipfrag(done)));
        Confirm(done);
        Assert.Equal(2, Requests("NOTIFY").Count());
        Assert.Empty(Requests("BYE"));
    }

    [Fact]
    public void A_hang_up_of_ours_waits_until_the_peer_knows()
    {
        _peer.Send("REFER", 2, _tag, headers: ToBob);
        _host.Hangup(Leg);
        Assert.Empty(Requests("BYE"));

        Confirm(Requests("NOTIFY").Last());
        Assert.Empty(Requests("BYE"));
        Confirm(Requests("NOTIFY").Last());

        var bye = Assert.Single(Requests("BYE"));
        Confirm(bye);
        Assert.Equal(0, _host.Agent.LegCount);
        Assert.Equal(0, _host.Count<UserAgentEvent.Ended>());
    }

    [Fact]
    public void A_hang_up_before_the_answer_waits_for_it_too()
    {
        _answer = 0;
        _peer.Send("REFER", 2, _tag, headers: ToBob);
        _host.Hangup(Leg);
        Assert.Empty(Requests("BYE"));

        _host.Do((agent, now) => agent.AnswerReferral(now, Leg, 603, ""));

        Assert.Contains(603, _peer.Statuses);
        Assert.Single(Requests("BYE"));
    }

    [Fact]
    public void A_peer_that_knows_nothing_of_its_subscription_is_told_no_more()
    {
        _peer.Send("REFER", 2, _tag, headers: ToBob);
        _host.Hangup(Leg);
        Confirm(Requests("NOTIFY").Last(), 481);
        Assert.Single(Requests("NOTIFY"));
        Assert.Single(Requests("BYE"));
    }

    [Fact]
    public void A_peer_that_hangs_up_itself_is_told_all_the_same()
    {
        _peer.Send("REFER", 2, _tag, headers: ToBob);
        _host.Hangup(Leg);
        _peer.Send("BYE", 3, _tag);
        Assert.Equal(200, _peer.Response.Status);
        Assert.Equal(0, _host.Agent.LegCount);

        Confirm(Requests("NOTIFY").Last());
        Confirm(Requests("NOTIFY").Last());
        Assert.Equal(2, Requests("NOTIFY").Count());
        Assert.Empty(Requests("BYE"));
        _network.Run(60);
        _host.AssertQuiet();
    }

    [Fact]
    public void A_peer_that_is_gone_is_hung_up_on_at_last()
    {
        _peer.Send("REFER", 2, _tag, headers: ToBob);
        _host.Hangup(Leg);
        _network.Run(120);
        Assert.NotEmpty(Requests("BYE"));
        _host.AssertQuiet();
    }

    [Fact]
    public void A_peer_that_does_not_want_to_be_told_is_not()
    {
        _peer.Send("REFER", 2, _tag, headers: ToBob + "Refer-Sub: false\n");
        Assert.Equal((202, "false"), (_peer.Response.Status, _peer.Response["Refer-Sub"]));
        _host.Hangup(Leg);
        Assert.Empty(Requests("NOTIFY"));
        Assert.Single(Requests("BYE"));
    }

    [Fact]
    public void A_second_one_has_a_number_of_its_own()
    {
        _peer.Send("REFER", 2, _tag, headers: ToBob);
        Confirm(Requests("NOTIFY").Last());
        _peer.Send("REFER", 3, _tag, headers: ToBob);
        Assert.Contains(491, _peer.Statuses);
        Confirm(Requests("NOTIFY").Last());

        _peer.Send("REFER", 4, _tag, headers: ToBob);
        Assert.Equal("refer;id=4", Requests("NOTIFY").Last()["Event"]);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(603)]
    public void A_refusal_says_why_and_leaves_the_call_as_it_was(int status)
    {
        _answer = status;
        _peer.Send("REFER", 2, _tag, headers: ToBob);
        Assert.Equal((status, "399 rappel \"because\""), (_peer.Response.Status, _peer.Response["Warning"]));
        Assert.Empty(Requests("NOTIFY"));
        _peer.Send("BYE", 3, _tag);
        Assert.Equal(0, _host.Agent.LegCount);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("Refer-To: nobody\n", 400)]
    [InlineData("Refer-To: <sip:a@h>\nRefer-To: <sip:b@h>\n", 400)]
    [InlineData("Refer-To: <sip:a@h?Replaces=x>\n", 400)]
    [InlineData("Refer-To: <sip:a@h;method=BYE>\n", 488)]
    [InlineData("Refer-To: <http://example.com/>\n", 416)]
    [InlineData("Refer-To: <sip:a@h?Replaces=x%3Bto-tag%3D1%3Bfrom-tag%3D2>\n", 481)]
    public void What_is_wrong_with_it_is_told_without_asking_anybody(string headers, int status)
    {
        _peer.Send("REFER", 2, _tag, headers: headers);
        Assert.Equal(status, _peer.Response.Status);
        Assert.Equal(0, _host.Count<UserAgentEvent.Referred>());
    }

    [Fact]
    public void The_call_to_be_replaced_is_found_by_its_dialog()
    {
        _peer.Send("INVITE", 1, callId: "c2", fromTag: "g", body: "offer");
        var second = _peer.Response.To()!.Tag!;
        _peer.Send("ACK", 1, second, callId: "c2", fromTag: "g");
        _peer.Send("REFER", 2, _tag, headers: $"Refer-To: <sip:a@h?Replaces=c2%3Bto-tag%3D{second}%3Bfrom-tag%3Df>\n");
        Assert.Equal(481, _peer.Response.Status);

        _peer.Send("REFER", 3, _tag, headers: $"Refer-To: <sip:a@h?Replaces=c2%3Bto-tag%3D{second}%3Bfrom-tag%3Dg>\n");

        var called = _host.Events.OfType<UserAgentEvent.Called>().ToList();
        Assert.Equal((called[0].Leg, called[1].Leg), (_host.Only<UserAgentEvent.Referred>().Leg, _host.Only<UserAgentEvent.Referred>().Replaced));
    }

    [Fact]
    public void Outside_a_call_nobody_is_sent_anywhere()
    {
        _peer.Send("REFER", 1, headers: ToBob, callId: "other");
        Assert.Equal(403, _peer.Response.Status);
        Assert.Equal(1, _host.Agent.LegCount);
    }

    [Fact]
    public void An_owner_that_says_nothing_is_spoken_for_after_10_s()
    {
        _answer = 0;
        _peer.Send("REFER", 2, _tag, headers: ToBob);
        _network.Run(11);
        Assert.Contains(500, _peer.Statuses);
    }
}
