using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>A header field as it came: the name in its long form (<c>v</c> is <c>Via</c>), unknown ones as written; the value unfolded and trimmed.</summary>
public readonly record struct SipHeader(string Name, string Value);

/// <summary>
/// A SIP message (RFC 3261 §7). Headers are kept in order, unknown ones included; comma lists are left in one value and split by the typed
/// readers. The body is bytes: SIP does not look into it.
/// </summary>
public abstract class SipMessage(IEnumerable<SipHeader> headers, ReadOnlyMemory<byte> body)
{
    /// <summary>In order of appearance.</summary>
    public List<SipHeader> Headers { get; } = [.. headers];

    public ReadOnlyMemory<byte> Body { get; set; } = body;

    /// <summary>First value of a header, by its long name, case-insensitive; null where absent.</summary>
    public string? this[string name] => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>All values of a header, in order, comma lists not split.</summary>
    public IEnumerable<string> All(string name) =>
        Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);
}

/// <summary>RFC 3261 §7.1.</summary>
public sealed class SipRequest(string method, SipUri uri, IEnumerable<SipHeader> headers, ReadOnlyMemory<byte> body) : SipMessage(headers, body)
{
    /// <summary>Case-sensitive: <c>INVITE</c>.</summary>
    public string Method { get; } = method;

    public SipUri Uri { get; } = uri;
}

/// <summary>RFC 3261 §7.2.</summary>
public sealed class SipResponse(int status, string reason, IEnumerable<SipHeader> headers, ReadOnlyMemory<byte> body) : SipMessage(headers, body)
{
    /// <summary>100-699.</summary>
    public int Status { get; } = status;

    public string Reason { get; } = reason;
}

/// <summary>A SIP, SIPS, tel or other URI (RFC 3261 §19.1). Escapes are decoded in <see cref="User"/> and kept out of comparisons.</summary>
/// <param name="Scheme">Lower case: <c>sip</c>, <c>sips</c>, <c>tel</c>, or another, whose rest is then in <see cref="Opaque"/>.</param>
/// <param name="Host">Name, IPv4, or IPv6 in brackets; empty for tel and unknown schemes.</param>
/// <param name="Parameters">In order; a value is null where there is only a name.</param>
/// <param name="Headers">What follows the question mark.</param>
public sealed record SipUri(
    string Scheme,
    string? User,
    string? Password,
    string Host,
    int? Port,
    ImmutableArray<(string Name, string? Value)> Parameters,
    ImmutableArray<(string Name, string Value)> Headers,
    string? Opaque)
{
    /// <summary>A plain <c>sip:user@host:port</c>.</summary>
    public static SipUri Sip(string? user, string host, int? port = null) => new("sip", user, null, host, port, [], [], null);

    /// <summary>Value of a parameter; empty for one without value; null where absent.</summary>
    public string? Parameter(string name)
    {
        foreach (var (n, v) in Parameters)
        {
            if (n.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return v ?? "";
            }
        }

        return null;
    }

    /// <summary>This URI with one more parameter.</summary>
    public SipUri With(string parameter, string? value) => this with { Parameters = Parameters.Add((parameter, value)) };

    /// <summary>Reads a URI, whole.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SipUri? uri) => SipUriGrammar.TryParse(text, out uri);

    /// <summary>The URI as written on the wire, escapes applied.</summary>
    public override string ToString() => SipUriGrammar.Write(this);
}

/// <summary>A name-addr or addr-spec with header parameters: From, To, Contact, Route and the like (RFC 3261 §20.10).</summary>
public sealed record NameAddress(string? DisplayName, SipUri Uri, ImmutableArray<(string Name, string? Value)> Parameters)
{
    /// <summary>The dialog tag; null where there is none.</summary>
    public string? Tag => Parameter("tag");

    /// <summary>Value of a header parameter; empty for one without value; null where absent.</summary>
    public string? Parameter(string name)
    {
        foreach (var (n, v) in Parameters)
        {
            if (n.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return v ?? "";
            }
        }

        return null;
    }

    public NameAddress WithTag(string tag) => this with { Parameters = Parameters.Add(("tag", tag)) };

    /// <summary>Reads one address.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out NameAddress? address) => NameAddressGrammar.TryParse(text, out address);

    /// <summary>As written on the wire; the display name quoted.</summary>
    public override string ToString() => NameAddressGrammar.Write(this);
}

/// <summary>One Via value (RFC 3261 §20.42).</summary>
/// <param name="Transport">Upper case: <c>UDP</c>, <c>TCP</c>.</param>
public sealed record Via(string Transport, string Host, int? Port, ImmutableArray<(string Name, string? Value)> Parameters)
{
    /// <summary>The branch; null where there is none.</summary>
    public string? Branch => Parameter("branch");

    /// <summary>Value of a parameter; empty for one without value (<c>rport</c>); null where absent.</summary>
    public string? Parameter(string name)
    {
        foreach (var (n, v) in Parameters)
        {
            if (n.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return v ?? "";
            }
        }

        return null;
    }

    /// <summary>Reads one Via value.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Via? via) => ViaGrammar.TryParse(text, out via);

    /// <summary>As written on the wire.</summary>
    public override string ToString() => ViaGrammar.Write(this);
}

/// <summary>RFC 3261 §20.16.</summary>
public readonly record struct CSeq(uint Number, string Method)
{
    public override string ToString() => $"{Number} {Method}";
}
