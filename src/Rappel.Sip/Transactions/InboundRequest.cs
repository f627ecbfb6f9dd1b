using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Rappel.Sip.Messages;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Transactions;

/// <summary>A request with the headers every layer needs read once, and its top Via marked with where it came from (RFC 3261 §18.2.1, RFC 3581 §4).</summary>
public sealed class InboundRequest
{
    private const int DefaultPort = 5060;

    private InboundRequest(SipRequest message, Flow source, Via via, NameAddress from, NameAddress to, string callId, CSeq cseq)
    {
        Message = message;
        Source = source;
        From = from;
        To = to;
        CallId = callId;
        CSeq = cseq;
        Key = ServerTransactionKey.Of(message, via, from, callId, cseq);
        Via = Mark(message, via, source);
    }

    public SipRequest Message { get; }

    public string Method => Message.Method;

    public Flow Source { get; }

    /// <summary>The top one.</summary>
    public Via Via { get; }

    public NameAddress From { get; }

    public NameAddress To { get; }

    public string CallId { get; }

    public CSeq CSeq { get; }

    internal ServerTransactionKey Key { get; }

    /// <summary>Of the Via: where a new connection would go.</summary>
    internal int ViaPort => Via.Port ?? DefaultPort;

    /// <summary>Null for a request that cannot be merged: one within a dialog, ACK and CANCEL.</summary>
    internal MergeKey? MergeKey =>
        To.Tag is null && Method is not ("ACK" or "CANCEL") ? new MergeKey(CallId, From.Tag ?? "", CSeq.Number, Method) : null;

    /// <summary>
    /// Where responses go (RFC 3261 §18.2.2): back over the stream; over UDP to the source where rport was asked for, else to the Via's port at the
    /// source. Never to <c>maddr</c>: nobody sends it, and it would let a stranger aim our responses.
    /// </summary>
    public Flow ResponseFlow =>
        Source.Transport != SipTransport.Udp || Via.Parameter("rport") is not null ? Source : Source with { RemotePort = ViaPort };

    /// <summary>False where a mandatory header is absent or malformed: such a request cannot even be answered.</summary>
    public static bool TryRead(SipRequest message, Flow source, [NotNullWhen(true)] out InboundRequest? request)
    {
        request = message.TopVia() is { } via && message.From() is { } from && message.To() is { } to
            && message.CallId() is { Length: > 0 } callId && message.CSeq() is { } cseq
                ? new InboundRequest(message, source, via, from, to, callId, cseq)
                : null;
        return request is not null;
    }

    private static Via Mark(SipRequest message, Via via, Flow source)
    {
        var wantsPort = via.Parameter("rport") is not null;
        if (!wantsPort && via.Host.Equals(source.RemoteAddress, StringComparison.OrdinalIgnoreCase))
        {
            return via;
        }

        var marked = via with { Parameters = Marked(via, source, wantsPort) };
        var header = new SipHeader(HeaderName.Via, marked.ToString(), marked);
        var top = message.IndexOf(HeaderName.Via);
        if (message.Headers[top].As<Via>() is not null)
        {
            message.Headers[top] = header;
            return marked;
        }

        // Several values in one row: each gets its own, and they stay together.
        var rest = message.List("Via").Skip(1).Select(v => new SipHeader(HeaderName.Via, v)).ToList();
        message.Headers.RemoveAll(h => h.Is(HeaderName.Via));
        message.Headers.InsertRange(0, rest.Prepend(header));
        return marked;
    }

    private static ImmutableArray<(string Name, string? Value)> Marked(Via via, Flow source, bool wantsPort)
    {
        var marked = ImmutableArray.CreateBuilder<(string Name, string? Value)>(via.Parameters.Length + 2);
        foreach (var parameter in via.Parameters)
        {
            if (!parameter.Name.Equals("received", StringComparison.OrdinalIgnoreCase) && !parameter.Name.Equals("rport", StringComparison.OrdinalIgnoreCase))
            {
                marked.Add(parameter);
            }
        }

        marked.Add(("received", source.RemoteAddress));
        if (wantsPort)
        {
            marked.Add(("rport", source.RemotePort.ToString(CultureInfo.InvariantCulture)));
        }

        return marked.DrainToImmutable();
    }
}
