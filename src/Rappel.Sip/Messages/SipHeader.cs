namespace Rappel.Sip.Messages;

/// <summary>A header field as it came: the name in its long form (<c>v</c> is <c>Via</c>), unknown ones as written; the value unfolded and trimmed.</summary>
public readonly record struct SipHeader(string Name, string Value)
{
    /// <summary>True for this name, whatever its case. Header names compare case-insensitively (RFC 3261 §7.3.1).</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
