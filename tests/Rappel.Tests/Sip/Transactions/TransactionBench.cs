using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Tests.Sip.Transactions;

/// <summary>Drives one machine on virtual time and writes down what it did, as "12.5 transmit".</summary>
internal sealed class TransactionBench
{
    public static readonly Flow Udp = new(SipTransport.Udp, "192.0.2.9", 5060, 0);
    public static readonly Flow Tcp = new(SipTransport.Tcp, "192.0.2.9", 5060, 7);
    private static readonly Instant Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly Transaction _machine;
    private Instant _now = Start;

    public TransactionBench(Transaction machine)
    {
        _machine = machine;
        Give(TransactionInput.Start);
    }

    public List<string> Log { get; } = [];

    public static SipRequest Request(string method, string via = "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1") => new(
        method,
        SipUri.Sip("bob", "192.0.2.9"),
        [
            new("Via", via), new("From", "<sip:alice@192.0.2.1>;tag=a"), new("To", "<sip:bob@192.0.2.9>"), new("Call-ID", "c1"),
            new("CSeq", $"7 {method}"),
        ],
        default);

    public static SipResponse Response(int status) => new(status, "x", [new("To", "<sip:bob@192.0.2.9>;tag=b")], default);

    public void Give(TransactionInput input)
    {
        _machine.Handle(_now, input);
        Drain();
    }

    /// <summary>Lets time pass to this many seconds from the start, firing what is due.</summary>
    public void Until(double seconds)
    {
        var end = Start + TimeSpan.FromSeconds(seconds);
        while (_machine.NextDeadline is { } next && next <= end)
        {
            _now = next;
            _machine.Handle(_now, TransactionInput.Time);
            Drain();
        }

        _now = end;
    }

    private void Drain()
    {
        while (_machine.TryTake(out var output))
        {
            Log.Add(FormattableString.Invariant($"{(_now - Start).TotalSeconds} {Name(output)}"));
        }
    }

    private static string Name(TransactionOutput output) => output switch
    {
        TransactionOutput.Transmit => "transmit",
        TransactionOutput.Response r => $"{r.Message.Status}",
        TransactionOutput.Ack => "ack",
        TransactionOutput.TimedOut => "timeout",
        _ => "failed",
    };
}

/// <summary>A transaction user that hears nothing: the bench reads the outputs.</summary>
internal sealed class Deaf : IClientTransactionUser
{
    public void Responded(Instant now, ClientTransaction transaction, SipResponse response)
    {
    }

    public void Undelivered(Instant now, ClientTransaction transaction, int status)
    {
    }
}
