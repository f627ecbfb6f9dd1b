using System.Collections.Immutable;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Dialogs;

/// <summary>The state two user agents share (RFC 3261 §12): who they are, how requests travel between them, and the order of these.</summary>
public sealed class Dialog
{
    /// <summary>Of a request, with those that its method adds.</summary>
    private const int UsualHeaders = 10;

    private Dialog(string callId, NameAddress local, NameAddress remote, SipUri target, ImmutableArray<NameAddress> routes, uint localCSeq, Flow peer)
    {
        CallId = callId;
        Local = local;
        Remote = remote;
        RemoteTarget = target;
        RouteSet = routes;
        LocalCSeq = localCSeq;
        Peer = peer;
    }

    public string CallId { get; }

    /// <summary>Our From, with our tag.</summary>
    public NameAddress Local { get; }

    /// <summary>The peer's address with its tag; without one for a peer of RFC 2543.</summary>
    public NameAddress Remote { get; }

    public string RemoteTag => Remote.Tag ?? "";

    public SipUri RemoteTarget { get; private set; }

    public ImmutableArray<NameAddress> RouteSet { get; }

    /// <summary>Of our last request.</summary>
    public uint LocalCSeq { get; private set; }

    /// <summary>Of the peer's last request; null before the first.</summary>
    public uint? RemoteCSeq { get; private set; }

    /// <summary>Where the peer was last heard.</summary>
    public Flow Peer { get; set; }

    /// <summary>Where our next request goes.</summary>
    public Flow Flow => NextHop.Of(RouteSet is [var first, ..] ? first.Uri : RemoteTarget, Peer);

    /// <summary>Of an INVITE we received (§12.1.1). Without a Contact, against the RFC, the peer's From is its target.</summary>
    public static Dialog OfInvite(InboundRequest invite, string localTag) => new(
        invite.CallId, invite.To.WithTag(localTag), invite.From, invite.Message.Contacts() is [var contact, ..] ? contact.Uri : invite.From.Uri,
        [.. invite.Message.Routes("Record-Route")], 0, invite.Source)
    {
        RemoteCSeq = invite.CSeq.Number,
    };

    /// <summary>Of a response to an INVITE of ours (§12.1.2), early or not; null where it has no To.</summary>
    /// <param name="peer">Where the INVITE went.</param>
    public static Dialog? OfResponse(SipRequest invite, SipResponse response, Flow peer) =>
        invite.From() is not { } local || response.To() is not { } remote || invite.CSeq() is not { } cseq
            ? null
            : new Dialog(
                invite.CallId()!, local, remote, response.Contacts() is [var contact, ..] ? contact.Uri : invite.Uri,
                [.. response.Routes("Record-Route").Reverse()], cseq.Number, peer);

    /// <summary>Takes the number of a request of the peer; false where it is out of order (§12.2.2).</summary>
    public bool TryAdvance(uint cseq)
    {
        if (RemoteCSeq is { } last && cseq <= last)
        {
            return false;
        }

        RemoteCSeq = cseq;
        return true;
    }

    /// <summary>What an early dialog knew that the response confirming it does not say.</summary>
    public void Inherit(Dialog early) => RemoteCSeq = early.RemoteCSeq;

    /// <summary>A target refresh (§12.2): the Contact of a re-INVITE, an UPDATE, or the 2xx to one.</summary>
    public void Refresh(SipMessage message)
    {
        if (message.Contacts() is [var contact, ..])
        {
            RemoteTarget = contact.Uri;
        }
    }

    public uint NextCSeq() => ++LocalCSeq;

    /// <summary>A request within the dialog (§12.2.1.1).</summary>
    /// <param name="cseq">A fresh <see cref="NextCSeq"/>, or the INVITE's for an ACK.</param>
    public SipRequest Request(string method, uint cseq, SipHeader via, ReadOnlySpan<SipHeader> further, ReadOnlyMemory<byte> body)
    {
        var (uri, routes) = Travel();
        List<SipHeader> headers = new(UsualHeaders) { via, SipHeader.MaxForwards };
        foreach (var route in routes)
        {
            headers.Add(new(HeaderName.Route, route));
        }

        headers.Add(new(HeaderName.From, Local));
        headers.Add(new(HeaderName.To, Remote));
        headers.Add(new(HeaderName.CallId, CallId));
        headers.Add(new(HeaderName.CSeq, new CSeq(cseq, method).ToString()));
        headers.AddRange(further);
        return new SipRequest(method, uri, headers, body);
    }

    /// <summary>A loose router keeps the target as Request-URI; a strict one (no <c>lr</c>) takes its place and the target goes last (§12.2.1.1, §16.12.1.2).</summary>
    private (SipUri Uri, ImmutableArray<NameAddress> Routes) Travel() =>
        RouteSet is not [var first, ..] || first.Uri.Parameter("lr") is not null
            ? (RemoteTarget, RouteSet)
            : (first.Uri with { Headers = [] }, RouteSet.RemoveAt(0).Add(new NameAddress(null, RemoteTarget, [])));
}
