using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Transactions;

/// <summary>A request of a peer (RFC 3261 §17.2).</summary>
public abstract class ServerTransaction(TransactionTimers timers, Flow flow, InboundRequest request) : Transaction(timers, flow)
{
    public InboundRequest Request { get; } = request;

    /// <summary>Null where nobody needs to hear.</summary>
    public IServerTransactionUser? User { get; set; }

    /// <summary>Tag of the responses sent, for the ACK of an old client (RFC 3261 §17.2.3).</summary>
    internal string? ResponseTag { get; set; }

    internal ServerTransactionKey Key { get; init; }

    internal Alarm? Alarm { get; set; }

    internal long Number { get; init; }

    /// <summary>The last response, sent again where the request comes again.</summary>
    protected ReadOnlyMemory<byte> Last { get; set; }

    /// <summary>Sends the last response again, where there is one.</summary>
    protected void TransmitLast()
    {
        if (!Last.IsEmpty)
        {
            Transmit(Last);
        }
    }
}
