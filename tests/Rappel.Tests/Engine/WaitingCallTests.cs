using System.Text;
using Rappel.Core.Acd;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;
using Rappel.Tests.Engine.Benches;

namespace Rappel.Tests.Engine;

/// <summary>What callers who wait cost. Counted alone, as <see cref="BacklogTests"/> is.</summary>
[Collection(nameof(BacklogTests))]
public class WaitingCallTests
{
    /// <summary>What the engine may hold for one caller in line whose INVITE is long over: leg, dialog, script, place, record. Sockets and
    /// audio come to it in the server.</summary>
    private const int BytesACall = 8 * 1024;

    private const int Calls = 1000;

    private static readonly Flow Trunk = new(SipTransport.Udp, "10.0.0.70", 5060, 0);

    [Fact]
    public void A_caller_in_line_holds_little_memory()
    {
        _ = Wait(10);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var engine = Wait(Calls);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(Calls, engine.Context.Acd.ReadLine(WorkKind.LiveCall, "nurses", 0).Waiting);
        Assert.InRange((after - before) / Calls, 1, BytesACall);
    }

    private static ContactCentre Wait(int calls)
    {
        var configuration = BenchConfiguration.Read(1, [("maximumCalls: 20, callerId: From, order: 1", "maximumCalls: 10000, callerId: From, order: 1"), ("maximumCalls: 3", "maximumCalls: 10000")]);
        ulong entropy = 0;
        var engine = new ContactCentre(new EngineSettings(Bench.Address, Bench.Port), configuration, StoredState.Empty, () => entropy += 0x9E3779B97F4A7C15, Bench.Start);
        for (var i = 0; i < calls; i++)
        {
            Feed(engine, Bench.Start, new EngineInput.RtpPortReady(10_000 + (2 * i)));
            Feed(engine, Bench.Start, Message("INVITE", i, ""));
        }

        // Until no INVITE can come again, and its transaction is gone.
        for (var second = 1; second <= 40; second++)
        {
            Feed(engine, Bench.Start.AddSeconds(second), new EngineInput.TimePassed());
        }

        return engine;
    }

    private static void Feed(ContactCentre engine, Instant now, EngineInput input)
    {
        engine.Handle(now, input);
        while (engine.TryTake(out var output))
        {
            switch (output)
            {
                case EngineOutput.Commit commit:
                    engine.Handle(now, new EngineInput.Committed(commit.Batch.Number));
                    break;
                case EngineOutput.SendSip { Message: var bytes } when SipParser.TryParse(bytes, out var message, out _) && message is SipResponse { Status: 200 } answer:
                    engine.Handle(now, Message("ACK", int.Parse(answer["Call-ID"]!.AsSpan(5)), $";tag={answer.To()!.Tag}"));
                    break;
            }
        }
    }

    private static EngineInput.SipReceived Message(string method, int number, string tag)
    {
        var sdp = method == "ACK" ? "" : "v=0\r\no=a 1 1 IN IP4 10.0.0.70\r\ns=-\r\nc=IN IP4 10.0.0.70\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n";
        var text = $"""
            {method} sip:+15145550100@{Bench.Address} SIP/2.0
            Via: SIP/2.0/UDP 10.0.0.70:5060;branch=z9hG4bK{method}{number};rport
            Max-Forwards: 70
            From: <sip:+1514556{number:0000}@10.0.0.70>;tag=from{number}
            To: <sip:+15145550100@{Bench.Address}>{tag}
            Call-ID: call-{number}
            CSeq: 1 {method}
            Contact: <sip:caller@10.0.0.70:5060>
            Content-Type: application/sdp
            Content-Length: {sdp.Length}
            """;
        return new EngineInput.SipReceived(Trunk, Encoding.ASCII.GetBytes($"{text.ReplaceLineEndings("\r\n")}\r\n\r\n{sdp}"));
    }
}
