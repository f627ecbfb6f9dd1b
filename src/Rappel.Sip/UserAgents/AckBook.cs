using System.Runtime.InteropServices;
using Rappel.Sip.Dialogs;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.UserAgents;

/// <summary>The ACKs of the 2xx to one INVITE, one for each fork that answered: a 2xx that comes again gets its ACK again (RFC 3261 §13.2.2.4).</summary>
internal sealed class AckBook(UserAgentCore core)
{
    private readonly List<(string Tag, Flow Flow, ReadOnlyMemory<byte> Bytes)> _sent = [];

    public int Count => _sent.Count;

    /// <summary>Sends the ACK of this fork again; false where it has none yet.</summary>
    public bool TryRepeat(string tag)
    {
        foreach (var ack in _sent)
        {
            if (ack.Tag == tag)
            {
                core.Send(ack.Flow, ack.Bytes);
                return true;
            }
        }

        return false;
    }

    /// <summary>Acknowledges the 2xx that made or changed this dialog.</summary>
    /// <param name="body">The answer, where the 2xx had the offer.</param>
    public void Send(Dialog dialog, SipRequest invite, ReadOnlyMemory<byte> body)
    {
        var flow = dialog.Flow;

        // §22.1: an ACK cannot be challenged, so it carries what its INVITE proved.
        List<SipHeader> further = [];
        invite.Copy(HeaderName.Authorization, further);
        invite.Copy(HeaderName.ProxyAuthorization, further);
        further.AddRange(Body.Typed(body, UserAgentCore.Sdp));
        var ack = dialog.Request("ACK", invite.CSeq()!.Value.Number, core.Via(flow), CollectionsMarshal.AsSpan(further), body);
        var bytes = SipWriter.Write(ack);
        _sent.Add((dialog.RemoteTag, flow, bytes));
        core.Send(flow, bytes);
    }
}
