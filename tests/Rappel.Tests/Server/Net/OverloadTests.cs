using System.Text;
using Rappel.Engine;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Sip;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Server.Net;

public sealed class OverloadTests : IDisposable
{
    private static readonly Flow Source = new(SipTransport.Udp, "127.0.0.1", 5061, 0);

    private readonly EngineInbox inbox = new();

    public void Dispose() => inbox.Dispose();

    private static byte[] Invite(string to) => Encoding.UTF8.GetBytes(
        "INVITE sip:+15145550100@127.0.0.1 SIP/2.0\r\n" +
        "Via: SIP/2.0/UDP 127.0.0.1:5061;branch=z9hG4bK1\r\n" +
        "Max-Forwards: 70\r\n" +
        "From: <sip:+15145550199@127.0.0.1>;tag=a\r\n" +
        $"To: {to}\r\n" +
        "Call-ID: one\r\n" +
        "CSeq: 7 INVITE\r\n" +
        "Contact: <sip:127.0.0.1:5061>\r\n" +
        "Content-Length: 0\r\n\r\n");

    [Fact]
    public void A_new_call_is_answered_503_without_the_engine()
    {
        inbox.CountUnwritten(HostLimits.BatchesBehind + 1);
        var answer = new SipIntake(inbox).Received(Source, Invite("<sip:+15145550100@127.0.0.1>"));
        var text = Encoding.UTF8.GetString(answer!.Value.Span);
        Assert.StartsWith("SIP/2.0 503 ", text, StringComparison.Ordinal);
        Assert.Contains("branch=z9hG4bK1", text, StringComparison.Ordinal);
        Assert.Contains("CSeq: 7 INVITE", text, StringComparison.Ordinal);
        Assert.Contains("Retry-After: ", text, StringComparison.Ordinal);
        Assert.Contains(";tag=", text.Split("To: ")[1].Split("\r\n")[0], StringComparison.Ordinal);
        Assert.Equal(0, inbox.Count);
    }

    [Fact]
    public void A_request_of_a_call_under_way_still_reaches_the_engine()
    {
        inbox.CountUnwritten(HostLimits.BatchesBehind + 1);
        Assert.Null(new SipIntake(inbox).Received(Source, Invite("<sip:+15145550100@127.0.0.1>;tag=b")));
        Assert.Equal(1, inbox.Count);
    }

    [Fact]
    public void Far_behind_datagrams_are_dropped_and_counted()
    {
        var intake = FarBehind();
        Assert.True(intake.IsFull);
        Assert.Null(intake.Received(Source, Invite("<sip:+15145550100@127.0.0.1>")));
        Assert.Equal(1, intake.Dropped);
    }

    [Fact]
    public void Far_behind_what_a_stream_brought_is_kept_since_nobody_repeats_it()
    {
        var intake = FarBehind();
        var stream = Source with { Transport = SipTransport.Tcp, Connection = 1 };
        Assert.Null(intake.Received(stream, Invite("<sip:+15145550100@127.0.0.1>;tag=b")));
        Assert.Equal(HostLimits.WaitingForSip + 1, inbox.Count);
        Assert.NotNull(intake.Received(stream, Invite("<sip:+15145550100@127.0.0.1>")));
        Assert.Equal(0, intake.Dropped);
    }

    private SipIntake FarBehind()
    {
        for (var i = 0; i < HostLimits.WaitingForSip; i++)
        {
            inbox.Post(new EngineInput.TimePassed());
        }

        return new SipIntake(inbox);
    }
}
