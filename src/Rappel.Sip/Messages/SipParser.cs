using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>Why bytes are not a message, and what to answer where an answer is possible.</summary>
/// <param name="Status">400, 505, 513 and so on; 0 to drop (a bad response, or no way to answer).</param>
/// <param name="Partial">The request as far as it could be read, for the answer's Via, From, To, Call-ID and CSeq; null where that is not possible.</param>
public sealed record SipParseError(int Status, string Reason, SipRequest? Partial);

/// <summary>Reads messages. Never throws on any bytes.</summary>
public static class SipParser
{
    /// <summary>Reads one datagram, or one message cut out of a stream.</summary>
    /// <param name="bytes">The whole message. Beyond Content-Length it is cut (datagram); short of it the message is refused.</param>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out SipMessage? message, [NotNullWhen(false)] out SipParseError? error)
    {
        message = null;
        error = new SipParseError(0, "not read", null);
        return false;
    }
}

/// <summary>Writes messages.</summary>
public static class SipWriter
{
    /// <summary>The message as it goes on the wire, UTF-8, Content-Length last and always right.</summary>
    public static byte[] Write(SipMessage message) => [];
}

/// <summary>Typed readers of the headers that every layer needs. Null (or empty) where absent or malformed; the parser has refused requests whose mandatory ones are.</summary>
public static class SipHeaders
{
    public static Via? TopVia(this SipMessage message) => Vias(message) is [var top, ..] ? top : null;

    public static IReadOnlyList<Via> Vias(this SipMessage message) => [];

    public static NameAddress? From(this SipMessage message) => null;

    public static NameAddress? To(this SipMessage message) => null;

    public static IReadOnlyList<NameAddress> Contacts(this SipMessage message) => [];

    public static IReadOnlyList<NameAddress> Routes(this SipMessage message, string header) => [];

    public static string? CallId(this SipMessage message) => message["Call-ID"];

    public static CSeq? CSeq(this SipMessage message) => null;

    /// <summary>A comma list split at its top level (quotes and angle brackets respected), values trimmed.</summary>
    public static IReadOnlyList<string> List(this SipMessage message, string header) => [];
}
