namespace Rappel.Sip.Refusals;

/// <summary>The header rows of a message as they lie in its bytes, one after the other. Stops at the first that is not of the usual form.</summary>
internal ref struct HeaderLines(ReadOnlySpan<byte> head)
{
    private ReadOnlySpan<byte> _rest = head;

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Without white space around it.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>True where a row was folded, had no name, or held a line end that is none: only the parser tells what it means.</summary>
    public bool IsUnclear { get; private set; }

    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var end = _rest.IndexOf("\r\n"u8);
        var line = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[(end + 2)..];
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[0] is (byte)' ' or (byte)'\t' || line.IndexOfAny((byte)'\r', (byte)'\n') >= 0
            || (!_rest.IsEmpty && _rest[0] is (byte)' ' or (byte)'\t'))
        {
            IsUnclear = true;
            return false;
        }

        Name = line[..colon].TrimEnd(" \t"u8);
        Value = line[(colon + 1)..].Trim(" \t"u8);
        return true;
    }

    /// <param name="longForm">In lower case.</param>
    /// <param name="compact">In lower case; 0 where there is none (RFC 3261 §7.3.3).</param>
    public readonly bool Is(ReadOnlySpan<byte> longForm, byte compact) =>
        Name.Length == 1 ? compact != 0 && (Name[0] | 0x20) == compact : System.Text.Ascii.EqualsIgnoreCase(Name, longForm);
}
