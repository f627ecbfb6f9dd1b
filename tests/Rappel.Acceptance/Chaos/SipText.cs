using System.Net;
using System.Text;

namespace Rappel.Acceptance.Chaos;

/// <summary>A SIP message as text: just enough to be a phone or a carrier on loopback, and nothing of the server's own stack.</summary>
internal sealed class SipText
{
    private readonly List<(string Name, string Value)> headers = [];

    private SipText(string first, string body)
    {
        First = first;
        Body = body;
    }

    /// <summary>Request or status line.</summary>
    public string First { get; }

    public string Body { get; }

    public bool IsRequest => !First.StartsWith("SIP/2.0", StringComparison.Ordinal);

    public string Method => IsRequest ? First.Split(' ')[0] : this["CSeq"].Split(' ')[^1];

    public int Status => IsRequest ? 0 : int.Parse(First.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    public string CallId => this["Call-ID"];

    /// <summary>User part of the request URI.</summary>
    public string User => First.Split(' ')[1] is var uri && uri.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? uri[(uri.IndexOf(':', StringComparison.Ordinal) + 1)..at] : "";

    /// <summary>First value of a header; empty where it is not there.</summary>
    public string this[string name] => headers.Find(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public static SipText? Parse(ReadOnlySpan<byte> datagram)
    {
        var text = Encoding.UTF8.GetString(datagram);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var lines = text[..end].Split("\r\n");
        var message = new SipText(lines[0], text[(end + 4)..]);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                message.headers.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return message;
    }

    /// <summary>A response to this request.</summary>
    public string Reply(string status, string? toTag, string? contact = null, string? sdp = null)
    {
        var reply = new StringBuilder($"SIP/2.0 {status}\r\n");
        foreach (var (_, value) in headers.Where(h => h.Name.Equals("Via", StringComparison.OrdinalIgnoreCase)))
        {
            reply.Append($"Via: {value}\r\n");
        }

        var to = this["To"];
        reply.Append($"From: {this["From"]}\r\nTo: {to}{(toTag is null || to.Contains(";tag=", StringComparison.Ordinal) ? "" : $";tag={toTag}")}\r\n");
        reply.Append($"Call-ID: {CallId}\r\nCSeq: {this["CSeq"]}\r\n");
        return Finish(reply, contact, sdp);
    }

    /// <summary>A request.</summary>
    /// <param name="to">Whole value of the To header, with its tag where there is one.</param>
    public static string Request(
        string method, string uri, IPEndPoint own, string branch, string from, string to, string callId, int cseq, string? contact = null, string? sdp = null,
        string? more = null)
    {
        var request = new StringBuilder($"{method} {uri} SIP/2.0\r\nVia: SIP/2.0/UDP {own};branch=z9hG4bK{branch};rport\r\nMax-Forwards: 70\r\n");
        request.Append($"From: {from}\r\nTo: {to}\r\nCall-ID: {callId}\r\nCSeq: {cseq} {method}\r\n{more}");
        return Finish(request, contact, sdp);
    }

    /// <summary>An SDP body: G.711 to this port.</summary>
    public static string Sdp(int port) =>
        $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio {port} RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\na=sendrecv\r\n";

    /// <summary>The address in angle brackets.</summary>
    public static string Uri(string header)
    {
        var from = header.IndexOf('<', StringComparison.Ordinal);
        var to = header.IndexOf('>', StringComparison.Ordinal);
        return from >= 0 && to > from ? header[(from + 1)..to] : header.Split(';')[0];
    }

    private static string Finish(StringBuilder message, string? contact, string? body)
    {
        if (contact is not null)
        {
            message.Append($"Contact: <{contact}>\r\n");
        }

        if (body is not null && !message.ToString().Contains("Content-Type:", StringComparison.Ordinal))
        {
            message.Append("Content-Type: application/sdp\r\n");
        }

        return message.Append($"Content-Length: {Encoding.UTF8.GetByteCount(body ?? "")}\r\n\r\n{body}").ToString();
    }
}
