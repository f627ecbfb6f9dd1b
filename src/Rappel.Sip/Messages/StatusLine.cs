namespace Rappel.Sip.Messages;

/// <summary>Status-Line of RFC 3261 §7.2.</summary>
internal static class StatusLine
{
    /// <summary>No method has a slash, so this tells responses from requests.</summary>
    public static bool IsOne(ReadOnlySpan<char> line) => line.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase);

    /// <summary>False for another version, and for a status that is not three digits from 100 to 699.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out int status, out string reason)
    {
        const string Version = "SIP/2.0 ";
        status = 0;
        reason = "";
        if (!line.StartsWith(Version, StringComparison.OrdinalIgnoreCase) || line.Length < Version.Length + 3
            || !SipCharacters.TryReadNumber(line.Slice(Version.Length, 3), 699, out var number) || number < 100)
        {
            return false;
        }

        status = (int)number;
        var rest = line[(Version.Length + 3)..];
        // The space before an empty reason phrase is due, but it is often forgotten and nothing hangs on it.
        if (!rest.IsEmpty && rest[0] != ' ')
        {
            return false;
        }

        reason = rest.IsEmpty ? "" : Words.Of(rest[1..]);
        return true;
    }
}
