using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>For a request whose response changes nothing: a CANCEL shows in the answer to its INVITE.</summary>
internal sealed class Unheard : IClientTransactionUser
{
    public static Unheard Instance { get; } = new();

    public void Responded(Instant now, ClientTransaction transaction, SipResponse response)
    {
    }

    public void Undelivered(Instant now, ClientTransaction transaction, int status)
    {
    }
}
