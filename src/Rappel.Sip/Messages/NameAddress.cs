using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>A name-addr or addr-spec with header parameters: From, To, Contact, Route and the like (RFC 3261 §20.10).</summary>
/// <param name="DisplayName">Unquoted; null where there is none.</param>
/// <param name="Parameters">In order; a quoted value is kept with its quotes here, and given without by <see cref="Parameter"/>.</param>
public sealed record NameAddress(string? DisplayName, SipUri Uri, ImmutableArray<(string Name, string? Value)> Parameters)
{
    /// <summary>The dialog tag; null where there is none.</summary>
    public string? Tag => Parameter("tag");

    /// <summary>Value of a header parameter, unquoted; empty for one without value; null where absent.</summary>
    public string? Parameter(string name) => ParameterGrammar.Find(Parameters, name);

    public NameAddress WithTag(string tag) => this with { Parameters = Parameters.Add(("tag", tag)) };

    /// <summary>Reads one address.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out NameAddress? address) => NameAddressGrammar.TryParse(text, out address);

    public bool Equals(NameAddress? other) =>
        other is not null && DisplayName == other.DisplayName && Uri.Equals(other.Uri) && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode() => HashCode.Combine(DisplayName, Uri, Parameters.Length);

    /// <summary>As written on the wire; the display name quoted.</summary>
    public override string ToString() => NameAddressGrammar.Write(this);
}
