using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Transactions;

/// <summary>
/// A request of a peer (RFC 3261 §17.2). It keeps what finds it and not the request itself: most transactions only linger after their answer,
/// for half a minute, and there are many.
/// </summary>
public abstract class ServerTransaction(TransactionTimers timers, Flow flow, InboundRequest request) : Transaction(timers, flow)
{
    /// <summary>Of the request.</summary>
    public uint CSeq { get; } = request.CSeq.Number;

    /// <summary>Null where nobody needs to hear.</summary>
    public IServerTransactionUser? User { get; set; }

    /// <summary>Tag of the responses sent, for the ACK of an old client (RFC 3261 §17.2.3).</summary>
    internal string? ResponseTag { get; set; }

    internal ServerTransactionKey Key { get; } = request.Key;

    internal MergeKey? MergeKey { get; } = request.MergeKey;

    /// <summary>Where responses go once the stream is lost: a new connection to the Via's port (§18.2.2).</summary>
    internal Flow FallbackFlow => Flow with { RemotePort = fallbackPort, Connection = 0 };

    internal long Number { get; init; }

    /// <summary>The last response, sent again where the request comes again.</summary>
    protected ReadOnlyMemory<byte> Last { get; set; }

    private readonly int fallbackPort = request.ViaPort;

    /// <summary>Sends the last response again, where there is one.</summary>
    protected void TransmitLast()
    {
        if (!Last.IsEmpty)
        {
            Transmit(Last);
        }
    }
}
