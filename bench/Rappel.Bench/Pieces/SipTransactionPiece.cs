using BenchmarkDotNet.Attributes;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Bench.Pieces;

/// <summary>One INVITE server transaction from bytes to its end: INVITE, 100, 486, ACK, timer I.</summary>
public class SipTransactionPiece
{
    private static readonly Flow Source = new(SipTransport.Udp, "192.0.2.10", 5060, 0);
    private static readonly SipResponse Trying = Response(100, "Trying", "");
    private static readonly SipResponse Busy = Response(486, "Busy Here", ";tag=5c1e");
    private readonly AlarmClock _clock = new();
    private readonly TransactionLayer _layer;
    private Instant _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private int _sent;

    public SipTransactionPiece() => _layer = new TransactionLayer(TransactionTimers.Default, _clock, 100_000, (_, _) => _sent++);

    [Benchmark(Description = "SIP: INVITE server transaction, from the INVITE's bytes to its end")]
    public int Refuse()
    {
        var transaction = _layer.Open(_now, Inbound(SampleMessages.Invite));
        _layer.Respond(_now, transaction, Trying);
        _layer.Respond(_now, transaction, Busy);
        var absorbed = _layer.Absorb(_now, Inbound(SampleMessages.Ack));
        _now += TransactionTimers.Default.T4;
        _clock.Advance(_now);
        return absorbed && _layer.Count == 0 ? _sent : throw new InvalidOperationException("the transaction did not end");
    }

    private static InboundRequest Inbound(byte[] bytes) =>
        InboundRequest.TryRead((SipRequest)SipMessagePiece.Read(bytes), Source, out var request) ? request : throw new InvalidOperationException("not a request");

    private static SipResponse Response(int status, string reason, string tag)
    {
        var invite = SipMessagePiece.Read(SampleMessages.Invite);
        var copied = new[] { "Via", "From", "Call-ID", "CSeq" }.Select(name => new SipHeader(name, invite[name]!));
        return new SipResponse(status, reason, [.. copied, new SipHeader("To", invite["To"] + tag)], default);
    }
}
