using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Rappel.Sip.Messages;
using Rappel.Sip.Transactions;
using Rappel.Sip.Transports;

namespace Rappel.Sip.Refusals;

/// <param name="To">Where it goes.</param>
public readonly record struct StatelessAnswer(Flow To, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// 503 to a new call without a transaction (RFC 3261 §8.2.7): made of the request alone and the same each time it comes again, so that nothing
/// is kept for it. The ACK to it is known by the tag and needs no answer.
/// </summary>
/// <param name="secret">Random bits of this process, in its tags (§19.3).</param>
public sealed class StatelessRefusal(ulong secret)
{
    /// <summary>Seconds, told in Retry-After: at least, and at most. Spread, so that those refused together do not come back together (§20.33), and
    /// short, because a proxy may send nothing at all until then (§21.5.4).</summary>
    public const int RetryAfterLeast = 3;

    public const int RetryAfterMost = 12;

    private const int Room = 512;

    private readonly byte[] _tag = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"busy-{(uint)secret:x8}-"));

    private static ReadOnlySpan<byte> StatusLine => "SIP/2.0 503 Service Unavailable\r\n"u8;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    /// <summary>True for the ACK to a refusal of this process: nobody waits for it.</summary>
    public bool IsAcknowledged(ReadOnlySpan<byte> message) => message.StartsWith("ACK "u8) && message.IndexOf(_tag) >= 0;

    /// <summary>The answer to an INVITE of the usual form.</summary>
    /// <param name="key">By which the tag and the time to come back are chosen.</param>
    /// <returns>False where its Via is not of the usual form.</returns>
    public bool TryAnswer(in InviteScan invite, Flow source, ulong key, out StatelessAnswer answer)
    {
        answer = default;
        var others = OtherVias(invite);
        var buffer = new byte[Room + invite.Via.Length + others + invite.From.Length + invite.To.Length + invite.CallId.Length + invite.CSeq.Length];
        var at = Append(buffer, 0, StatusLine);
        at = Append(buffer, at, "Via: "u8);
        if (!RefusedVia.TryWrite(invite.Via, source, buffer.AsSpan(at), out var length, out var port))
        {
            return false;
        }

        at = Append(buffer, at + length, LineEnd);
        at = others > 0 ? AppendOtherVias(buffer, at, invite) : at;
        at = Append(buffer, at, "From: "u8, invite.From);
        at = Append(buffer, Append(buffer, Append(buffer, at, "To: "u8), invite.To), ";tag="u8);
        at = Append(buffer, at, _tag);
        Utf8Formatter.TryFormat((uint)key, buffer.AsSpan(at), out length, new System.Buffers.StandardFormat('x', 8));
        at = Append(buffer, at + length, LineEnd);
        at = Append(buffer, at, "Call-ID: "u8, invite.CallId);
        at = Append(buffer, at, "CSeq: "u8, invite.CSeq);
        at = Append(buffer, at, "Retry-After: "u8);
        Utf8Formatter.TryFormat(RetryAfter(key), buffer.AsSpan(at), out length);
        at = Append(buffer, at + length, "\r\nContent-Length: 0\r\n\r\n"u8);
        answer = new StatelessAnswer(source with { RemotePort = port }, buffer.AsMemory(0, at));
        return true;
    }

    /// <summary>The same through the parser, for an INVITE of any form; null for anything that begins no call.</summary>
    public StatelessAnswer? Answer(ReadOnlyMemory<byte> message, Flow source, ulong key)
    {
        if (!SipParser.TryParse(message, out var parsed, out _) || parsed is not SipRequest { Method: "INVITE" } request
            || !InboundRequest.TryRead(request, source, out var invite) || invite.To.Tag is not null)
        {
            return null;
        }

        List<SipHeader> headers = [.. request.All("Via").Select(via => new SipHeader("Via", via))];
        headers.Add(new SipHeader("From", request["From"]!));
        headers.Add(new SipHeader("To", string.Create(CultureInfo.InvariantCulture, $"{request["To"]};tag={Encoding.ASCII.GetString(_tag)}{(uint)key:x8}")));
        headers.Add(new SipHeader("Call-ID", request["Call-ID"]!));
        headers.Add(new SipHeader("CSeq", request["CSeq"]!));
        headers.Add(new SipHeader("Retry-After", RetryAfter(key).ToString(CultureInfo.InvariantCulture)));
        return new StatelessAnswer(invite.ResponseFlow, SipWriter.Write(new SipResponse(503, "Service Unavailable", headers, default)));
    }

    private static int RetryAfter(ulong key) => RetryAfterLeast + (int)((key >> 40) % (RetryAfterMost - RetryAfterLeast + 1));

    private static int OtherVias(in InviteScan invite)
    {
        var bytes = 0;
        var seen = 0;
        for (var rows = invite.Rows; rows.Next();)
        {
            if (IsVia(rows) && ++seen > 1)
            {
                bytes += rows.Value.Length + "Via: \r\n"u8.Length;
            }
        }

        return bytes;
    }

    private static int AppendOtherVias(byte[] buffer, int at, in InviteScan invite)
    {
        var seen = 0;
        for (var rows = invite.Rows; rows.Next();)
        {
            if (IsVia(rows) && ++seen > 1)
            {
                at = Append(buffer, at, "Via: "u8, rows.Value);
            }
        }

        return at;
    }

    private static bool IsVia(in HeaderLines row) => row.Is("via"u8, (byte)'v');

    private static int Append(byte[] buffer, int at, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        Append(buffer, Append(buffer, Append(buffer, at, name), value), LineEnd);

    private static int Append(byte[] buffer, int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.AsSpan(at));
        return at + bytes.Length;
    }
}
