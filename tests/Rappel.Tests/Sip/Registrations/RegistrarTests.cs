using Rappel.Sip;
using Rappel.Sip.Authentication;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;
using Rappel.Tests.Sip.UserAgents;

namespace Rappel.Tests.Sip.Registrations;

public class RegistrarTests
{
    private const string Contact = "<sip:1001@10.0.0.5:5062>";
    private readonly SipNetwork _network = new();
    private readonly SipHost _server;
    private readonly DigestResponder _digest;
    private Flow _phone = new(SipTransport.Udp, "198.51.100.7", 31000, 0);
    private uint _cseq;

    public RegistrarTests()
    {
        _server = _network.Add("s", "192.0.2.1");
        _server.Passwords["1001"] = "secret";
        _digest = new DigestResponder(new DigestCredentials("1001", "secret"), _network.Entropy);
    }

    private IReadOnlyList<Binding> Bindings => _server.Agent.BindingsOf("1001");

    /// <summary>Sends a REGISTER, answers the challenge, gives the last response.</summary>
    private SipResponse Register(string? contact, int? expires = null, string callId = "r1", string user = "1001", uint? cseq = null)
    {
        var response = Once();
        if (response.Status == 401)
        {
            response = Once(response);
        }

        return response;

        SipResponse Once(SipResponse? challenge = null)
        {
            List<SipHeader> headers =
            [
                new("Via", $"SIP/2.0/UDP 10.0.0.5:5062;rport;branch=z9hG4bK{_network.Entropy():x}"),
                new("From", $"<sip:{user}@rappel.test>;tag=p"), new("To", $"<sip:{user}@rappel.test>"),
                new("Call-ID", callId), new("CSeq", $"{cseq ?? ++_cseq} REGISTER"), new("User-Agent", "Phone 1"),
            ];
            if (contact is not null)
            {
                headers.Add(new("Contact", contact));
            }

            if (expires is not null)
            {
                headers.Add(new("Expires", $"{expires}"));
            }

            var request = new SipRequest("REGISTER", SipUri.Sip(null, "rappel.test"), headers, default);
            if (challenge is not null)
            {
                Assert.True(_digest.TryLearn(challenge, request));
            }

            request.Headers.AddRange(_digest.Authorize(request));
            _server.Agent.Receive(_network.Now, _phone, SipWriter.Write(request));
            _network.Collect();
            return Assert.IsType<SipResponse>(_network.Sent[^1].Message);
        }
    }

    [Fact]
    public void A_phone_registers_after_a_challenge_and_is_reached_over_its_flow()
    {
        var response = Register(Contact);
        Assert.Equal(200, response.Status);
        Assert.Equal("<sip:1001@10.0.0.5:5062>;expires=120", response["Contact"]);
        var binding = Assert.Single(Bindings);
        Assert.Equal(("1001", _phone, "Phone 1"), (binding.User, binding.Flow, binding.UserAgentName));
        Assert.Equal("sip:1001@10.0.0.5:5062", binding.Contact.ToString());
        Assert.Equal(_network.Now.AddSeconds(120), binding.ExpiresAt);
        Assert.Equal(binding, _server.Only<UserAgentEvent.Registered>().Binding);
    }

    [Fact]
    public void Even_a_trusted_address_needs_the_password()
    {
        _server.Passwords["1001"] = "other";
        Assert.Equal(403, Register(Contact).Status);
        Assert.Empty(Bindings);
    }

    [Fact]
    public void After_many_wrong_passwords_from_an_address_a_right_one_waits_but_not_on_the_flow_that_is_registered()
    {
        var registered = _phone;
        Register(Contact);
        var beside = _phone = registered with { RemotePort = 31001 };
        _server.Passwords["1001"] = "other";
        for (var i = 0; i < SipLimits.Default.Guesses; i++)
        {
            Assert.Equal(403, Register(Contact).Status);
        }

        _server.Passwords["1001"] = "secret";
        Assert.Equal(403, Register("<sip:1001@10.0.0.6>", callId: "r2").Status);
        _phone = registered;
        Assert.Equal(200, Register(Contact).Status);
        _phone = registered with { RemoteAddress = "198.51.100.8" };
        Assert.Equal(200, Register("<sip:1001@10.0.0.7>", callId: "r3").Status);
        _phone = beside;
        _network.Run(SipLimits.Default.GuessPeriod.TotalSeconds);
        Assert.Equal(200, Register("<sip:1001@10.0.0.6>", callId: "r2").Status);
    }

    [Fact]
    public void A_few_wrong_passwords_keep_nobody_waiting()
    {
        _server.Passwords["1001"] = "other";
        for (var i = 1; i < SipLimits.Default.Guesses; i++)
        {
            Assert.Equal(403, Register(Contact).Status);
        }

        _server.Passwords["1001"] = "secret";
        Assert.Equal(200, Register(Contact).Status);
    }

    [Fact]
    public void A_user_may_not_register_another() => Assert.Equal(403, Register(Contact, user: "1002").Status);

    [Fact]
    public void Expiry_is_cut_to_120_s_and_one_too_short_is_refused()
    {
        Assert.Equal("<sip:1001@10.0.0.5:5062>;expires=120", Register(Contact, 3600)["Contact"]);
        Assert.Equal("<sip:1001@10.0.0.5:5062>;expires=60", Register(Contact + ";expires=60", 3600)["Contact"]);
        var brief = Register(Contact, 5);
        Assert.Equal((423, "30"), (brief.Status, brief["Min-Expires"]));
        Assert.Single(Bindings);
    }

    [Fact]
    public void A_refresh_is_told_too_and_a_contact_that_is_not_refreshed_expires()
    {
        Register(Contact);
        _network.Run(60);
        Register(Contact);
        Assert.Equal(2, _server.Count<UserAgentEvent.Registered>());
        _network.Run(119);
        Assert.Single(Bindings);
        _network.Run(2);
        Assert.Empty(Bindings);
        Assert.True(_server.Only<UserAgentEvent.Unregistered>().Expired);
    }

    [Fact]
    public void Several_contacts_are_kept_the_latest_first()
    {
        Register(Contact);
        var response = Register("<sip:1001@10.0.0.6:5062>", callId: "r2");
        Assert.Equal(2, response.Contacts().Count);
        Assert.Equal(["sip:1001@10.0.0.6:5062", "sip:1001@10.0.0.5:5062"], Bindings.Select(b => b.Contact.ToString()));
    }

    [Fact]
    public void The_oldest_contact_makes_room_for_one_too_many()
    {
        for (var i = 0; i < UserAgentLimits.Default.ContactsPerUser + 1; i++)
        {
            Register($"<sip:1001@10.0.0.{i}>");
        }

        Assert.Equal(UserAgentLimits.Default.ContactsPerUser, Bindings.Count);
        Assert.DoesNotContain(Bindings, b => b.Contact.Host == "10.0.0.0");
        Assert.True(_server.Only<UserAgentEvent.Unregistered>().Expired);
    }

    [Fact]
    public void Expires_0_removes_one_contact_and_a_star_removes_all()
    {
        Register(Contact);
        Register("<sip:1001@10.0.0.6>");
        Register(Contact, 0);
        Assert.Equal("10.0.0.6", Assert.Single(Bindings).Contact.Host);
        Assert.False(_server.Only<UserAgentEvent.Unregistered>().Expired);
        Assert.Equal(400, Register("*", 60).Status);
        Assert.Equal(200, Register("*", 0).Status);
        Assert.Empty(Bindings);
    }

    [Fact]
    public void Without_a_contact_it_is_a_question()
    {
        Register(Contact);
        _network.Run(20);
        Assert.Equal("<sip:1001@10.0.0.5:5062>;expires=100", Register(null)["Contact"]);
        Assert.Equal(1, _server.Count<UserAgentEvent.Registered>());
    }

    [Fact]
    public void An_older_request_of_the_same_phone_changes_nothing()
    {
        Register(Contact);
        var at = Bindings[0].CSeq;
        _network.Run(40);
        Assert.Equal(500, Register(Contact, 0, cseq: at).Status);
        Assert.Single(Bindings);
        Assert.Equal(200, Register(Contact, 0, callId: "after-its-restart", cseq: 1).Status);
        Assert.Empty(Bindings);
    }

    [Fact]
    public void A_closed_server_still_registers()
    {
        _server.IsClosed = true;
        Assert.Equal(200, Register(Contact).Status);
    }

    [Fact]
    public void A_binding_outlives_its_connection()
    {
        _phone = new Flow(SipTransport.Tcp, "198.51.100.7", 31000, 9);
        Register(Contact);
        _server.Do((agent, now) => agent.TransportFailed(now, _phone));
        Assert.Equal(_phone with { Connection = 0 }, Assert.Single(Bindings).Flow);
        Assert.Equal(0, _server.Count<UserAgentEvent.Unregistered>());
    }

    [Fact]
    public void Bindings_come_back_from_the_store_and_keep_their_expiry()
    {
        Register(Contact);
        var stored = Bindings[0];
        var other = _network.Add("t", "192.0.2.2");
        var gone = stored with { User = "1002", ExpiresAt = _network.Now.AddSeconds(-1) };
        other.Do((agent, now) => agent.Restore(now, [stored, gone]));
        Assert.Equal(stored, Assert.Single(other.Agent.BindingsOf("1001")));
        Assert.Equal("1002", other.Only<UserAgentEvent.Unregistered>().User);
        _network.Run(121);
        Assert.Empty(other.Agent.BindingsOf("1001"));
    }

    [Fact]
    public void A_registered_phone_is_asked_for_its_password_where_its_address_is_trusted()
    {
        Register(Contact);
        var invite = $"""
            INVITE sip:1002@rappel.test SIP/2.0
            Via: SIP/2.0/UDP 10.0.0.5:5062;rport;branch=z9hG4bKi1
            From: <sip:1001@rappel.test>;tag=i
            To: <sip:1002@rappel.test>
            Call-ID: i1
            CSeq: 1 INVITE
            Contact: {Contact}
            Content-Length: 0


            """;
        _network.Inject(_server, _phone, invite);
        _network.Inject(_server, _phone with { RemotePort = 9 }, invite.Replace("i1", "i2", StringComparison.Ordinal));
        Assert.Contains(_network.Sent, p => p is { What: "401 INVITE", Message: var refusal } && refusal.CallId() == "i1");
        Assert.Equal([null], _server.Events.OfType<UserAgentEvent.Called>().Select(c => c.User));
    }
}
