using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;

namespace Rappel.Tests.Sip.UserAgents;

public class AuthenticationTests
{
    private static readonly DigestCredentials Alice = new("alice", "secret");
    private readonly SipNetwork _network = new();
    private readonly SipHost _a;
    private readonly SipHost _b;

    public AuthenticationTests()
    {
        _a = _network.Add("a", "192.0.2.1");
        _b = _network.Add("b", "192.0.2.2");
        _b.Trusting = false;
        _b.Passwords["alice"] = "secret";
        _b.AnswerCalls();
    }

    [Fact]
    public void A_challenged_call_is_made_again_with_credentials_in_the_same_leg()
    {
        var leg = _a.Call(_b, credentials: Alice);
        _network.Run(1);
        Assert.Equal(leg, _a.Only<UserAgentEvent.Answered>().Leg);
        Assert.Equal("alice", _b.Only<UserAgentEvent.Called>().User);
        Assert.Equal(
            ["a>b INVITE", "b>a 401 INVITE", "a>b ACK", "a>b INVITE", "b>a 100 INVITE", "b>a 180 INVITE", "b>a 200 INVITE", "a>b ACK"], _network.Wire);
        var invites = _network.Sent.Where(p => p.What == "INVITE").Select(p => p.Message).ToList();
        Assert.Equal(invites[0].CallId(), invites[1].CallId());
        Assert.Equal(invites[0].From()!.Tag, invites[1].From()!.Tag);
        Assert.Equal((1u, 2u), (invites[0].CSeq()!.Value.Number, invites[1].CSeq()!.Value.Number));
        Assert.NotEqual(invites[0].TopVia()!.Branch, invites[1].TopVia()!.Branch);
        _a.Hangup(leg);
        _network.Run(60);
        _a.AssertQuiet();
        _b.AssertQuiet();
    }

    [Fact]
    public void A_wrong_password_is_tried_once_and_noted()
    {
        _a.Call(_b, credentials: Alice with { Password = "guess" });
        _network.Run(60);
        Assert.Equal((403, false), (_a.Only<UserAgentEvent.Failed>().Status, _a.Only<UserAgentEvent.Failed>().Local));
        Assert.Equal(2, _network.Count("a>b INVITE"));
        Assert.Equal("authentication-refused", _b.Only<UserAgentEvent.Noted>().Kind);
        Assert.Equal(0, _b.Count<UserAgentEvent.Called>());
        _b.AssertQuiet();
    }

    [Fact]
    public void Without_credentials_the_challenge_is_the_failure()
    {
        _a.Call(_b);
        _network.Run(60);
        Assert.Equal(401, _a.Only<UserAgentEvent.Failed>().Status);
    }

    [Fact]
    public void A_user_may_not_call_in_the_name_of_another()
    {
        _a.Call(_b, from: "mallory", credentials: Alice);
        _network.Run(60);
        Assert.Equal(403, _a.Only<UserAgentEvent.Failed>().Status);
        Assert.Equal("from-refused", _b.Only<UserAgentEvent.Noted>().Kind);
    }

    [Fact]
    public void A_challenge_leaves_nothing_behind()
    {
        _a.Call(_b);
        _network.Run(0.1);
        Assert.Equal(0, _b.Agent.TransactionCount);
        Assert.Equal(0, _b.Agent.LegCount);
    }

    [Fact]
    public void A_lost_challenge_is_asked_for_again()
    {
        var lost = 0;
        _network.Drop = p => p.What == "401 INVITE" && lost++ == 0;
        _a.Call(_b, credentials: Alice);
        _network.Run(2);
        Assert.Equal(1, _a.Count<UserAgentEvent.Answered>());
    }

    [Fact]
    public void A_stale_nonce_gets_a_second_answer()
    {
        // The first challenge carries a nonce that b never gave: b finds the password right and the nonce stale.
        _network.Drop = p => p.What == "INVITE" && p.Message.CSeq()!.Value.Number == 1 && Challenge(p, "no nonce of b", stale: false);
        _a.Call(_b, credentials: Alice);
        _network.Run(2);
        Assert.Contains(_network.Sent, p => p.From == _b && (p.Message["WWW-Authenticate"] ?? "").Contains("stale=true", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(1, _a.Count<UserAgentEvent.Answered>());
        Assert.Equal(3, _network.Count("a>b INVITE"));
    }

    [Fact]
    public void An_answer_older_than_its_nonce_is_told_to_be_stale()
    {
        Packet? answered = null;
        _network.Drop = p =>
        {
            answered = p.What == "INVITE" && p.Message["Authorization"] is not null ? p : answered;
            return false;
        };
        var leg = _a.Call(_b, credentials: Alice);
        _network.Run(1);
        _a.Hangup(leg);
        _network.Run(601);
        _b.Agent.Receive(_network.Now, _a.UdpFlow, answered!.Bytes);
        _network.Collect();
        Assert.Contains("stale=true", _network.Sent[^1].Message["WWW-Authenticate"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_peer_that_always_says_stale_is_not_followed_for_ever()
    {
        _network.Drop = p => p.What == "INVITE" && Challenge(p, $"{p.Message.CSeq()!.Value.Number}", stale: true);
        _a.Call(_b, credentials: Alice);
        _network.Run(60);
        Assert.Equal(401, _a.Only<UserAgentEvent.Failed>().Status);
        Assert.InRange(_network.Count("a>b INVITE"), 2, 6);
        _a.AssertQuiet();
    }

    private bool Challenge(Packet invite, string nonce, bool stale)
    {
        var m = invite.Message;
        _network.After(0.01, () => _network.Inject(_a, _b.UdpFlow, $"""
            SIP/2.0 401 Unauthorized
            Via: {m["Via"]}
            From: {m["From"]}
            To: {m["To"]};tag=t
            Call-ID: {m["Call-ID"]}
            CSeq: {m["CSeq"]}
            WWW-Authenticate: Digest realm="rappel.test", nonce="{nonce}", stale={(stale ? "true" : "false")}, algorithm=MD5, qop="auth"
            Content-Length: 0


            """));
        return true;
    }

    [Fact]
    public void A_phone_behind_a_trusted_address_proves_who_it_is_all_the_same()
    {
        _b.Agent.Restore(_network.Now, [new Binding("alice", SipUri.Sip("alice", _a.Address), _a.UdpFlow, _network.Now.AddSeconds(3600), "", "r", 1)]);
        _b.Trusting = true;
        _a.Call(_b);
        _network.Run(1);
        Assert.Equal(401, _a.Only<UserAgentEvent.Failed>().Status);

        _a.Call(_b, credentials: Alice);
        _a.Call(_b, from: "carrier");
        _network.Run(1);
        Assert.Equal([null, "alice"], _b.Events.OfType<UserAgentEvent.Called>().Select(c => c.User));
    }
}
