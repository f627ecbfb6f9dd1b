using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Transactions;

/// <summary>Who sent a request and hears what becomes of it.</summary>
public interface IClientTransactionUser
{
    /// <summary>Every provisional response; every final one once; for an INVITE every 2xx that comes, repeated ones too (RFC 6026 §7.2).</summary>
    void Responded(Instant now, ClientTransaction transaction, SipResponse response);

    /// <summary>No final response will come: 408 for a timeout, 503 for a transport failure (RFC 3261 §8.1.3.1).</summary>
    void Undelivered(Instant now, ClientTransaction transaction, int status);
}

/// <summary>A request of ours (RFC 3261 §17.1).</summary>
public abstract class ClientTransaction(TransactionTimers timers, Flow flow, SipRequest request, IClientTransactionUser user) : Transaction(timers, flow)
{
    public SipRequest Request { get; } = request;

    public IClientTransactionUser User { get; } = user;

    /// <summary>Set by the layer: the key it is found by.</summary>
    internal ClientTransactionKey Key { get; init; }

    internal Alarm? Alarm { get; set; }

    /// <summary>Order of creation.</summary>
    internal long Number { get; init; }

    /// <summary>The request as bytes, written once for all retransmissions.</summary>
    protected ReadOnlyMemory<byte> Bytes { get; } = SipWriter.Write(request);
}
