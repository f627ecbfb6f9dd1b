using System.Text;
using Rappel.Sip.Messages;
using Rappel.Sip.Refusals;
using Rappel.Sip.Transports;
using Rappel.Tests.Sip.Messages;
using Rappel.Tests.Sip.Torture;

namespace Rappel.Tests.Sip.Refusals;

public sealed class StatelessRefusalTests(ITestOutputHelper output)
{
    private const ulong Secret = 0x1234_5678_9abc_def0;
    private static readonly Flow Source = new(SipTransport.Udp, "198.51.100.9", 40_321, 0);

    private readonly StatelessRefusal refusal = new(Secret);

    private const string Invite = """
        INVITE sip:+15145550100@198.51.100.1 SIP/2.0
        Via: SIP/2.0/UDP 198.51.100.9:5061;branch=z9hG4bK1;rport
        Via: SIP/2.0/TCP edge.example;branch=z9hG4bK0, SIP/2.0/UDP [2001:db8::9]:5090;branch=z9hG4bKx
        Max-Forwards: 70
        From: "Ada; tag=no" <sip:+15145550199@198.51.100.9>;tag=a
        To: <sip:+15145550100@198.51.100.1;tag=uri>
        Call-ID: one
        CSeq: 7 INVITE
        Contact: <sip:198.51.100.9:5061>
        Content-Length: 0


        """;

    [Fact]
    public void A_refusal_repeats_what_it_must_and_says_when_to_come_back()
    {
        var (answer, text) = Quick(Invite);
        Assert.Equal(Source, answer.To);
        Assert.Equal(
            """
            SIP/2.0 503 Service Unavailable
            Via: SIP/2.0/UDP 198.51.100.9:5061;branch=z9hG4bK1;received=198.51.100.9;rport=40321
            Via: SIP/2.0/TCP edge.example;branch=z9hG4bK0, SIP/2.0/UDP [2001:db8::9]:5090;branch=z9hG4bKx
            From: "Ada; tag=no" <sip:+15145550199@198.51.100.9>;tag=a
            To: <sip:+15145550100@198.51.100.1;tag=uri>;tag=busy-9abcdef0-00000005
            Call-ID: one
            CSeq: 7 INVITE
            Retry-After: 3
            Content-Length: 0


            """.ReplaceLineEndings("\r\n"), text);
    }

    [Fact]
    public void Where_no_port_is_asked_for_the_answer_goes_to_the_port_of_the_Via()
    {
        var (answer, text) = Quick(Invite.Replace(";rport", ";received=192.0.2.1", StringComparison.Ordinal));
        Assert.Equal(Source with { RemotePort = 5061 }, answer.To);
        Assert.Contains("198.51.100.9:5061;branch=z9hG4bK1;received=192.0.2.1\r\n", text, StringComparison.Ordinal);

        (answer, text) = Quick(Invite.Replace("198.51.100.9:5061;branch=z9hG4bK1;rport", "inside.example;branch=z9hG4bK1", StringComparison.Ordinal));
        Assert.Equal(Source with { RemotePort = 5060 }, answer.To);
        Assert.Contains("inside.example;branch=z9hG4bK1;received=198.51.100.9\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<sip:a@b>;tag=b")]
    [InlineData("<sip:a@b>;x=y; TAG = b")]
    [InlineData("sip:a@b;tag=b")]
    [InlineData("\"<odd\" <sip:a@b>;tag=b")]
    public void A_request_within_a_dialog_is_no_new_call(string to) =>
        Assert.Equal(InviteGlance.NoNewCall, InviteScan.Read(Wire.Bytes(Invite.Replace("<sip:+15145550100@198.51.100.1;tag=uri>", to, StringComparison.Ordinal)), out _));

    [Theory]
    [InlineData("Call-ID: one", "Call-ID: one\r\n two")]
    [InlineData("Call-ID: one", "Call-ID: one\r\nCall-ID: one")]
    [InlineData("Call-ID: one", "Subject: one")]
    [InlineData("Call-ID: one", "Call-ID: one\ntwo: three")]
    [InlineData("<sip:+15145550100@198.51.100.1;tag=uri>", "\"a\\\"b\" <sip:a@b>")]
    [InlineData("<sip:+15145550100@198.51.100.1;tag=uri>", "<sip:a@b>;x=\";tag=y\"")]
    public void What_is_not_of_the_usual_form_is_left_to_the_parser(string part, string odd) =>
        Assert.Equal(InviteGlance.Unclear, InviteScan.Read(Encoding.UTF8.GetBytes(Invite.ReplaceLineEndings("\r\n").Replace(part, odd, StringComparison.Ordinal)), out _));

    [Fact]
    public void The_ACK_to_a_refusal_is_known_by_its_tag_and_no_other()
    {
        var ack = Invite.Replace("INVITE", "ACK", StringComparison.Ordinal);
        var ours = Quick(Invite).Text.Split("To: ")[1].Split("\r\n")[0];
        Assert.True(refusal.IsAcknowledged(Wire.Bytes(ack.Replace("<sip:+15145550100@198.51.100.1;tag=uri>", ours, StringComparison.Ordinal))));
        Assert.False(refusal.IsAcknowledged(Wire.Bytes(ack)));
        Assert.False(new StatelessRefusal(Secret + 1).IsAcknowledged(Wire.Bytes(ack.Replace("<sip:+15145550100@198.51.100.1;tag=uri>", ours, StringComparison.Ordinal))));
    }

    [Fact]
    public void Those_refused_together_are_told_different_times()
    {
        var times = Enumerable.Range(0, 2_000)
            .Select(n => Quick(Invite.Replace("Call-ID: one", $"Call-ID: {n}", StringComparison.Ordinal), keyed: true).Text.Split("Retry-After: ")[1].Split("\r\n")[0])
            .CountBy(time => time)
            .ToList();
        Assert.Equal(StatelessRefusal.RetryAfterMost - StatelessRefusal.RetryAfterLeast + 1, times.Count);
        Assert.All(times, time => Assert.InRange(time.Value, 130, 270));
    }

    [Fact]
    public void The_user_who_calls_is_found()
    {
        InviteScan.Read(Wire.Bytes(Invite), out var scan);
        Assert.Equal("+15145550199", Encoding.ASCII.GetString(scan.FromUser));
        InviteScan.Read(Wire.Bytes(Invite.Replace("\"Ada; tag=no\" <sip:+15145550199@198.51.100.9>", "sips:1001:pw@host", StringComparison.Ordinal)), out scan);
        Assert.Equal("1001:pw", Encoding.ASCII.GetString(scan.FromUser));
    }

    /// <summary>The scan never takes for a new call what the parser knows to be something else, and where both answer they say the same.</summary>
    [Fact]
    public void The_scan_agrees_with_the_parser_on_every_message_the_parser_takes()
    {
        var invites = Corpus.AllMessages().Where(m => Encoding.ASCII.GetString(m).Contains("INVITE", StringComparison.Ordinal)).Append(Wire.Bytes(Invite)).ToList();
        var mutator = new Mutator(4_711, [.. invites, .. Enumerable.Repeat(Wire.Bytes(Invite), invites.Count)]);
        var plain = 0;
        var unclear = 0;
        foreach (var message in invites.Concat(Enumerable.Range(0, 30_000).Select(_ => mutator.Next())))
        {
            var glance = InviteScan.Read(message, out var scan);
            var byParser = refusal.Answer(message, Source, 5);
            unclear += glance == InviteGlance.Unclear ? 1 : 0;
            var taken = SipParser.TryParse(message, out _, out _);
            var text = Encoding.Latin1.GetString(message);
            if (glance == InviteGlance.NoNewCall)
            {
                Assert.True(byParser is null, text);
            }
            else if (glance == InviteGlance.Plain && refusal.TryAnswer(scan, Source, 5, out var quick) && taken)
            {
                Assert.True(byParser is not null, text);
                Assert.Equal(byParser.Value.To, quick.To);
                Assert.True(Meaning(byParser.Value.Bytes) == Meaning(quick.Bytes), text);
                plain++;
            }
        }

        output.WriteLine($"{plain} answered alike, {unclear} left to the parser");
        Assert.True(plain > 1_500, $"only {plain}");
        Assert.True(unclear > 500, $"only {unclear}");
    }

    private (StatelessAnswer Answer, string Text) Quick(string invite, bool keyed = false)
    {
        Assert.Equal(InviteGlance.Plain, InviteScan.Read(Wire.Bytes(invite), out var scan));
        Assert.True(refusal.TryAnswer(scan, Source, keyed ? InviteKey.Of(scan, Secret) : 5, out var answer));
        return (answer, Encoding.UTF8.GetString(answer.Bytes.Span));
    }

    private static string Meaning(ReadOnlyMemory<byte> answer)
    {
        Assert.True(SipParser.TryParse(answer, out var message, out var error), $"{error?.Reason}: {Encoding.Latin1.GetString(answer.Span)}");
        var response = Assert.IsType<SipResponse>(message);
        var others = response.Headers.Where(h => h.Name != "Via").Select(h => $"{h.Name}: {h.Value}");
        return string.Join('\n', [$"{response.Status}", .. response.Vias().Select(v => v.ToString()), .. others]);
    }
}
