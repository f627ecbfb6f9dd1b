using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Engine;
using Rappel.Engine.Admission;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Sip;
using Rappel.Sip.Refusals;
using Rappel.Sip.Transports;
using Rappel.Tests.Server.Hosting;

namespace Rappel.Tests.Server.Net;

public sealed class SipIntakeTests : IDisposable
{
    private static readonly Flow Source = new(SipTransport.Udp, "127.0.0.1", 5061, 0);

    private readonly EngineInbox inbox = new();
    private readonly ManualTime time = new();
    private readonly LoadWatch load;
    private readonly SipIntake intake;
    private bool noPorts;

    public SipIntakeTests()
    {
        load = new LoadWatch(time, NullLogger.Instance);
        load.Watch(inbox.Measure, reading => reading with { PortsExhausted = noPorts });
        intake = new SipIntake(inbox, load, user => user == "1001", 42);
    }

    public void Dispose()
    {
        load.Dispose();
        inbox.Dispose();
    }

    private static byte[] Invite(string to = "<sip:+15145550100@127.0.0.1>", string id = "one", string from = "+15145550199") => Encoding.UTF8.GetBytes(
        "INVITE sip:+15145550100@127.0.0.1 SIP/2.0\r\n" +
        $"Via: SIP/2.0/UDP 127.0.0.1:5061;branch=z9hG4bK{id}\r\n" +
        "Max-Forwards: 70\r\n" +
        $"From: <sip:{from}@127.0.0.1>;tag=a\r\n" +
        $"To: {to}\r\n" +
        $"Call-ID: {id}\r\n" +
        "CSeq: 7 INVITE\r\n" +
        "Contact: <sip:127.0.0.1:5061>\r\n" +
        "Content-Length: 0\r\n\r\n");

    [Fact]
    public void A_new_call_is_answered_503_without_the_engine()
    {
        Close();
        var text = Text(intake.Received(Source, Invite()));
        Assert.StartsWith("SIP/2.0 503 ", text, StringComparison.Ordinal);
        Assert.Contains("branch=z9hG4bKone", text, StringComparison.Ordinal);
        Assert.Contains("CSeq: 7 INVITE", text, StringComparison.Ordinal);
        Assert.Contains("Retry-After: ", text, StringComparison.Ordinal);
        Assert.Contains(";tag=", text.Split("To: ")[1].Split("\r\n")[0], StringComparison.Ordinal);
        Assert.Equal(0, inbox.Count);
        Assert.Equal(1, load.Report().Refused);
    }

    [Fact]
    public void A_refused_call_that_comes_again_gets_the_same_answer_although_there_is_room_by_now()
    {
        Close();
        var first = Text(intake.Received(Source, Invite()));
        Open();
        Assert.Equal(first, Text(intake.Received(Source, Invite())));
        Assert.Equal(1, load.Report().Refused);
        Assert.Null(intake.Received(Source, Invite(id: "two")));
    }

    [Fact]
    public void A_call_that_was_taken_and_comes_again_goes_to_the_engine_whatever_the_load()
    {
        Assert.Null(intake.Received(Source, Invite()));
        Close();
        Assert.Null(intake.Received(Source, Invite()));
        Assert.Equal(2, inbox.Count);
        Assert.NotNull(intake.Received(Source, Invite(id: "two")));
    }

    [Fact]
    public void The_ACK_to_a_refusal_goes_no_further()
    {
        Close();
        var to = Text(intake.Received(Source, Invite())).Split("To: ")[1].Split("\r\n")[0];
        Assert.Null(intake.Received(Source, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Invite(to)).Replace("INVITE", "ACK", StringComparison.Ordinal))));
        Assert.Equal(0, inbox.Count);
    }

    [Theory]
    [InlineData("INVITE", "<sip:+15145550100@127.0.0.1>;tag=b")]
    [InlineData("BYE", "<sip:+15145550100@127.0.0.1>;tag=b")]
    [InlineData("ACK", "<sip:+15145550100@127.0.0.1>;tag=b")]
    [InlineData("CANCEL", "<sip:+15145550100@127.0.0.1>")]
    [InlineData("REGISTER", "<sip:1001@127.0.0.1>")]
    [InlineData("OPTIONS", "<sip:+15145550100@127.0.0.1>")]
    public void What_begins_no_call_reaches_the_engine(string method, string to)
    {
        Close();
        Assert.Null(intake.Received(Source, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Invite(to)).Replace("INVITE", method, StringComparison.Ordinal))));
        Assert.Equal(1, inbox.Count);
    }

    [Fact]
    public void An_agents_own_call_reaches_the_engine()
    {
        Close();
        Assert.NotNull(intake.Received(Source, Invite()));
        Assert.Null(intake.Received(Source, Invite(id: "two", from: "1001")));
        Assert.Equal(1, inbox.Count);
    }

    [Fact]
    public void An_INVITE_of_an_unusual_form_is_refused_too_and_a_broken_one_left_to_the_engine()
    {
        Close();
        var folded = Encoding.UTF8.GetString(Invite()).Replace("Call-ID: one", "Call-ID:\r\n one", StringComparison.Ordinal);
        Assert.StartsWith("SIP/2.0 503 ", Text(intake.Received(Source, Encoding.UTF8.GetBytes(folded))), StringComparison.Ordinal);
        Assert.Null(intake.Received(Source, Encoding.UTF8.GetBytes(folded.Replace("Call-ID", "Subject", StringComparison.Ordinal))));
        Assert.Equal(1, inbox.Count);
    }

    [Fact]
    public void Far_behind_datagrams_are_dropped_and_counted()
    {
        FallFarBehind();
        Assert.True(intake.IsFull);
        Assert.Null(intake.Received(Source, Invite()));
        Assert.Equal(1, intake.Dropped);
    }

    [Fact]
    public void Far_behind_what_a_stream_brought_is_kept_since_nobody_repeats_it()
    {
        FallFarBehind();
        var stream = Source with { Transport = SipTransport.Tcp, Connection = 1 };
        Assert.Null(intake.Received(stream, Invite("<sip:+15145550100@127.0.0.1>;tag=b")));
        Assert.Equal(HostLimits.WaitingForSip + 1, inbox.Count);
        Assert.Equal(stream, intake.Received(stream, Invite())!.Value.To);
        Assert.Equal(0, intake.Dropped);
    }

    private static string Text(StatelessAnswer? answer) => Encoding.UTF8.GetString(answer!.Value.Bytes.Span);

    private void Close() => Take(exhausted: true);

    private void Open() => Take(exhausted: false);

    private void Take(bool exhausted)
    {
        noPorts = exhausted;
        time.Pass(AdmissionLimits.Interval);
        load.Refresh();
    }

    private void FallFarBehind()
    {
        for (var i = 0; i < HostLimits.WaitingForSip; i++)
        {
            inbox.Post(new EngineInput.TimePassed());
        }

        Take(exhausted: false);
    }
}
