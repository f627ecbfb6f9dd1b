using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>
/// A SIP, SIPS, tel or other URI (RFC 3261 §19.1). Escapes are decoded in <see cref="User"/>, the password, parameters and headers, and kept out of
/// comparisons. Equality is exact, part by part; what the RFC calls equivalence is <see cref="IsEquivalentTo"/>.
/// </summary>
/// <param name="Scheme">Lower case: <c>sip</c>, <c>sips</c>, <c>tel</c>, or another, whose rest is then in <see cref="Opaque"/>.</param>
/// <param name="User">User part; for tel the number as written, visual separators included.</param>
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
    public string? Parameter(string name) => ParameterGrammar.FindAsIs(Parameters, name);

    /// <summary>This URI with one more parameter.</summary>
    public SipUri With(string parameter, string? value) => this with { Parameters = Parameters.Add((parameter, value)) };

    /// <summary>Reads a URI, whole.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SipUri? uri) => SipUriGrammar.TryParse(text, out uri);

    /// <summary>RFC 3261 §19.1.4: the same resource by the rules for comparing URIs. Not transitive, so no base for a dictionary.</summary>
    public bool IsEquivalentTo(SipUri other) => SipUriEquivalence.Same(this, other);

    public bool Equals(SipUri? other) =>
        other is not null && Scheme == other.Scheme && User == other.User && Password == other.Password && Host == other.Host && Port == other.Port
        && Opaque == other.Opaque && Parameters.SequenceEqual(other.Parameters) && Headers.SequenceEqual(other.Headers);

    public override int GetHashCode() => HashCode.Combine(Scheme, User, Host, Port, Opaque, Parameters.Length);

    /// <summary>The URI as written on the wire, escapes applied.</summary>
    public override string ToString() => SipUriGrammar.Write(this);
}
