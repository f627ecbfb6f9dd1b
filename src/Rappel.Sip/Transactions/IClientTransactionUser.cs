using Rappel.Sip.Messages;

namespace Rappel.Sip.Transactions;

/// <summary>Who sent a request and hears what becomes of it.</summary>
public interface IClientTransactionUser
{
    /// <summary>Every provisional response; every final one once; for an INVITE every 2xx that comes, repeated ones too (RFC 6026 §7.2).</summary>
    void Responded(Instant now, ClientTransaction transaction, SipResponse response);

    /// <summary>No final response will come: 408 for a timeout, 503 for a transport failure (RFC 3261 §8.1.3.1).</summary>
    void Undelivered(Instant now, ClientTransaction transaction, int status);
}
