using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Transactions;

/// <summary>A request of ours (RFC 3261 §17.1).</summary>
public abstract class ClientTransaction(TransactionTimers timers, Flow flow, SipRequest request, IClientTransactionUser user) : Transaction(timers, flow)
{
    public SipRequest Request { get; } = request;

    public IClientTransactionUser User { get; } = user;

    /// <summary>Set by the layer: the key it is found by.</summary>
    internal ClientTransactionKey Key { get; init; }

    /// <summary>Order of creation.</summary>
    internal long Number { get; init; }

    /// <summary>The request as bytes, written once for all retransmissions.</summary>
    protected ReadOnlyMemory<byte> Bytes { get; } = SipWriter.Write(request);
}
