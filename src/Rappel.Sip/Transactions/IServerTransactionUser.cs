using Rappel.Sip.Messages;

namespace Rappel.Sip.Transactions;

/// <summary>Who answers a request and hears what becomes of the answer.</summary>
public interface IServerTransactionUser
{
    /// <summary>An ACK that matches an INVITE answered with 2xx: from elements that keep the branch (RFC 6026 §7.1).</summary>
    void Acknowledged(Instant now, ServerTransaction transaction, SipRequest ack);

    /// <summary>The response could not be delivered: no ACK to a refusal, or a transport failure.</summary>
    void Undelivered(Instant now, ServerTransaction transaction);
}
