using Rappel.Sip.Authentication;
using Rappel.Sip.Dialogs;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;

namespace Rappel.Sip.UserAgents;

/// <summary>A request of ours within a dialog that is no INVITE: answers one challenge, and tells when it is over.</summary>
/// <param name="over">Called once, with the final status, or that which stands for none: a dialog ends with its BYE, answered or not (RFC 3261
/// §15.1.1).</param>
internal sealed class OwnRequest(
    UserAgentCore core, Dialog dialog, string method, DigestResponder? digest, IReadOnlyList<SipHeader> further, Action<Instant, int> over,
    ReadOnlyMemory<byte> body = default) : IClientTransactionUser
{
    private readonly ChallengeAnswer _challenge = new(digest);

    public void Start(Instant now) => Send(now);

    public void Responded(Instant now, ClientTransaction transaction, SipResponse response)
    {
        if (response.Status < 200)
        {
            return;
        }

        if (_challenge.TryLearn(transaction.Request, response))
        {
            Send(now);
            return;
        }

        over(now, response.Status);
    }

    public void Undelivered(Instant now, ClientTransaction transaction, int status) => over(now, status);

    private void Send(Instant now)
    {
        var flow = dialog.Flow;
        var request = dialog.Request(method, dialog.NextCSeq(), core.Via(flow), [.. further, core.UserAgentHeader], body);
        core.Layer.Send(now, _challenge.Authorize(request), flow, this);
    }
}
