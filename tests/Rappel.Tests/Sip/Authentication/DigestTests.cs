using Rappel.Sip;
using Rappel.Sip.Authentication;
using Rappel.Sip.Messages;
using Rappel.Sip.UserAgents;
using Rappel.Tests.Sip.Messages;

namespace Rappel.Tests.Sip.Authentication;

public class DigestTests
{
    private static readonly Instant Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private ulong drawn;

    private DigestAuthenticator Server(SipLimits? limits = null) => new("rappel", Draw, limits);

    private DigestResponder Client(string password = "secret") => new(new DigestCredentials("1001", password), Draw);

    private ulong Draw() => ++drawn * 0x9E3779B97F4A7C15;

    private static string? PasswordOf(string user) => user == "1001" ? "secret" : null;

    private static SipRequest Request(IEnumerable<SipHeader>? credentials = null, string agent = "phone")
    {
        var request = Wire.Request(Wire.With($"User-Agent: {agent}"));
        request.Headers.AddRange(credentials ?? []);
        return request;
    }

    private static SipResponse Unauthorized(params IEnumerable<SipHeader> challenge) => new(401, "Unauthorized", challenge, default);

    /// <summary>Credentials for a fresh challenge of this server.</summary>
    private SipRequest Answered(DigestAuthenticator server, DigestResponder client, Instant now)
    {
        Assert.True(client.TryLearn(Unauthorized(server.Challenge(now, Request(), false)), Request()));
        return Request(client.Authorize(Request()));
    }

    [Fact]
    public void The_examples_of_the_rfc_give_its_responses()
    {
        // RFC 7616 §3.9.1; the MD5 and SHA-256 values printed there.
        var answer = new DigestAnswer(
            "Mufasa", "http-auth@example.org", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "/dir/index.html", "", null, null, "auth",
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", "00000001");

        Assert.Equal("8ca523f5e9506fed4657c9700eebdbec", DigestMath.Response(DigestAlgorithm.Md5, false, answer, "Circle of Life", "GET"));
        Assert.Equal(
            "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
            DigestMath.Response(DigestAlgorithm.Sha256, false, answer, "Circle of Life", "GET"));
    }

    [Fact]
    public void Without_qop_the_old_formula_is_used()
    {
        // RFC 2617 §3.5's user and nonce with the formula of RFC 2069.
        var answer = new DigestAnswer(
            "Mufasa", "testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093", "/dir/index.html", "", null, null, null, null, null);

        Assert.Equal("670fd8c2df070c60b045671b8b24ff02", DigestMath.Response(DigestAlgorithm.Md5, false, answer, "Circle Of Life", "GET"));
    }

    [Fact]
    public void A_request_without_credentials_is_challenged_with_both_algorithms()
    {
        var server = Server();

        Assert.Equal(new DigestVerdict.Challenged(false), server.Verify(Start, Request(), PasswordOf));
        var rows = server.Challenge(Start, Request(), false);
        Assert.All(rows, r => Assert.Equal("WWW-Authenticate", r.Name));
        var challenges = rows.Select(r => DigestChallenge.TryParse(r.Value, out var c) ? c : null).ToList();
        Assert.Equal(["MD5", "SHA-256"], challenges.Select(c => c!.Algorithm));
        Assert.All(challenges, c => Assert.Equal(("rappel", "auth", false), (c!.Realm, c.Qop, c.Stale)));
        Assert.Equal(2, challenges.Select(c => c!.Nonce).Distinct().Count());
    }

    [Fact]
    public void A_phone_that_stumbles_over_sha_256_is_offered_md5_alone()
    {
        Assert.Single(Server().Challenge(Start, Request(agent: "baresip v1.0.0 (x86_64/linux)"), false));
        Assert.Equal(2, Server().Challenge(Start, Request(agent: "baresip v3.5.0 (x86_64/linux)"), false).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Right_credentials_are_accepted_with_either_algorithm(int row)
    {
        var server = Server();
        var client = Client();
        Assert.True(client.TryLearn(Unauthorized(server.Challenge(Start, Request(), false)[row]), Request()));

        Assert.Equal(new DigestVerdict.Accepted("1001"), server.Verify(Start, Request(client.Authorize(Request())), PasswordOf));
    }

    [Fact]
    public void The_strongest_algorithm_is_answered()
    {
        var answered = Answered(Server(), Client(), Start);

        Assert.True(DigestAnswer.TryParse(answered["Authorization"]!, out var answer));
        Assert.Equal(("SHA-256", "auth", "00000001"), (answer.Algorithm, answer.Qop, answer.NonceCount));
    }

    [Fact]
    public void A_wrong_password_and_an_unknown_user_are_refused_alike()
    {
        var server = Server();
        var wrong = server.Verify(Start, Answered(server, Client("other"), Start), PasswordOf);
        var unknown = server.Verify(Start, Answered(server, Client(), Start), _ => null);

        Assert.Equal(new DigestVerdict.Refused("wrong user name or password", "1001"), wrong);
        Assert.Equal(wrong, unknown);
        Assert.Equal(0, server.NonceCount);
    }

    [Fact]
    public void An_empty_password_does_not_stand_for_an_unknown_user()
    {
        var server = Server();

        Assert.IsType<DigestVerdict.Refused>(server.Verify(Start, Answered(server, Client(""), Start), _ => null));
    }

    [Fact]
    public void Credentials_played_again_are_challenged_and_the_next_count_is_accepted()
    {
        var server = Server();
        var client = Client();
        var first = Answered(server, client, Start);

        Assert.IsType<DigestVerdict.Accepted>(server.Verify(Start, first, PasswordOf));
        Assert.Equal(new DigestVerdict.Challenged(true), server.Verify(Start, first, PasswordOf));
        Assert.IsType<DigestVerdict.Accepted>(server.Verify(Start, Request(client.Authorize(Request())), PasswordOf));
    }

    [Fact]
    public void Counts_that_overtook_each_other_are_accepted_once_each()
    {
        var server = Server();
        var client = Client();
        var requests = new[] { Answered(server, client, Start) }.Concat(Enumerable.Range(0, 70).Select(_ => Request(client.Authorize(Request())))).ToList();

        Assert.IsType<DigestVerdict.Accepted>(server.Verify(Start, requests[70], PasswordOf));
        Assert.IsType<DigestVerdict.Accepted>(server.Verify(Start, requests[10], PasswordOf));
        Assert.Equal(new DigestVerdict.Challenged(true), server.Verify(Start, requests[10], PasswordOf));
        Assert.Equal(new DigestVerdict.Challenged(true), server.Verify(Start, requests[3], PasswordOf));
    }

    [Fact]
    public void An_old_nonce_is_stale_and_the_fresh_one_is_answered_without_asking_anybody()
    {
        var server = Server();
        var client = Client();
        var late = Start + SipLimits.Default.NonceLifetime + TimeSpan.FromTicks(1);
        var old = Answered(server, client, Start);

        Assert.Equal(new DigestVerdict.Challenged(true), server.Verify(late, old, PasswordOf));
        Assert.True(client.TryLearn(Unauthorized(server.Challenge(late, old, stale: true)), old));
        Assert.Equal(new DigestVerdict.Accepted("1001"), server.Verify(late, Request(client.Authorize(Request())), PasswordOf));
    }

    [Fact]
    public void A_wrong_password_is_not_tried_twice()
    {
        var server = Server();
        var client = Client("other");
        var tried = Answered(server, client, Start);

        Assert.False(client.TryLearn(Unauthorized(server.Challenge(Start, tried, stale: false)), tried));
    }

    [Fact]
    public void A_nonce_of_another_server_is_stale_with_the_right_password_only()
    {
        var mine = Server();
        var other = Server();

        Assert.Equal(new DigestVerdict.Challenged(true), mine.Verify(Start, Answered(other, Client(), Start), PasswordOf));
        Assert.IsType<DigestVerdict.Refused>(mine.Verify(Start, Answered(other, Client("x"), Start), PasswordOf));
    }

    [Fact]
    public void The_book_of_nonces_is_bounded_and_what_it_forgot_cannot_be_played_again()
    {
        var server = Server(new SipLimits { NonceCount = 3 });
        var requests = Enumerable.Range(0, 5).Select(i => Answered(server, Client(), Start.AddSeconds(i))).ToList();
        Assert.All(requests, r => Assert.IsType<DigestVerdict.Accepted>(server.Verify(Start.AddSeconds(10), r, PasswordOf)));

        Assert.Equal(3, server.NonceCount);
        Assert.Equal(new DigestVerdict.Challenged(true), server.Verify(Start.AddSeconds(10), requests[0], PasswordOf));
    }

    [Fact]
    public void A_peer_without_qop_may_use_a_nonce_once()
    {
        var server = Server();
        var client = Client();
        Assert.True(DigestChallenge.TryParse(server.Challenge(Start, Request(), false)[0].Value, out var challenge));
        Assert.True(client.TryLearn(Unauthorized(new SipHeader("WWW-Authenticate", (challenge with { Qop = null }).ToString())), Request()));

        Assert.IsType<DigestVerdict.Accepted>(server.Verify(Start, Request(client.Authorize(Request())), PasswordOf));
        Assert.Equal(new DigestVerdict.Challenged(true), server.Verify(Start, Request(client.Authorize(Request())), PasswordOf));
    }

    [Theory]
    [InlineData("NoOneKnowsThisScheme opaque-data=here")]
    [InlineData("Digest username=\"1001\", realm=\"other\", nonce=\"n\", uri=\"sip:x\", response=\"r\"")]
    [InlineData("Digest username=\"1001\", realm=\"rappel\", nonce=\"n\", uri=\"sip:x\", response=\"r\", algorithm=SHA-512-256")]
    [InlineData("Digest username=\"1001\", realm=\"rappel\", nonce=\"n\", uri=\"sip:x\", response=\"r\", qop=auth-int, cnonce=\"c\", nc=00000001")]
    public void Credentials_that_answer_nothing_of_ours_are_challenged(string row) =>
        Assert.Equal(new DigestVerdict.Challenged(false), Server().Verify(Start, Request([new SipHeader("Authorization", row)]), PasswordOf));

    [Theory]
    [InlineData("Digest username=\"1001\"")]
    [InlineData("Digest ,,,")]
    [InlineData("Digest username=\"1001\", realm=\"rappel\", nonce=\"n\", uri=\"sip:x\", response=\"r\", qop=auth, nc=1, cnonce=\"c\"")]
    [InlineData("Digest username=\"1001\", username=\"1002\", realm=\"rappel\", nonce=\"n\", uri=\"sip:x\", response=\"r\"")]
    public void Malformed_credentials_are_refused(string row) =>
        Assert.IsType<DigestVerdict.Refused>(Server().Verify(Start, Request([new SipHeader("Authorization", row)]), PasswordOf));

    [Fact]
    public void A_proxy_is_answered_in_its_own_header_and_besides_the_server()
    {
        var client = Client();
        var proxy = new SipResponse(407, "", [new SipHeader("Proxy-Authenticate", "Digest realm=\"p\", nonce=\"1\", algorithm=MD5-sess, qop=\"auth-int, auth\"")], default);
        Assert.True(client.TryLearn(proxy, Request()));
        Assert.True(client.TryLearn(Unauthorized(new SipHeader("WWW-Authenticate", "Digest realm=\"s\", nonce=\"2\"")), Request()));

        Assert.Equal(["Proxy-Authorization", "Authorization"], client.Authorize(Request()).Select(h => h.Name));
    }

    [Theory]
    [InlineData("Digest realm=\"s\", nonce=\"2\", algorithm=AKAv1-MD5")]
    [InlineData("Digest realm=\"s\", nonce=\"2\", qop=\"auth-int\"")]
    [InlineData("Digest realm=\"s\"")]
    [InlineData("Basic realm=\"s\"")]
    public void A_challenge_that_cannot_be_answered_is_not(string row) =>
        Assert.False(Client().TryLearn(Unauthorized(new SipHeader("WWW-Authenticate", row)), Request()));
}
