namespace Rappel.Sip.Messages;

/// <summary>Request-Line of RFC 3261 §7.1: three words, one space between, none elsewhere.</summary>
internal static class RequestLine
{
    private static readonly SipUri Unreadable = new("", null, null, "", null, [], [], "");

    /// <param name="method">Null where the line does not even begin with a method: nothing can be answered then.</param>
    /// <param name="uri">One with an empty scheme where there was none to be read.</param>
    public static Fault? Read(ReadOnlySpan<char> line, SipLimits limits, out string? method, out SipUri uri)
    {
        uri = Unreadable;
        var first = line.IndexOf(' ');
        method = first > 0 && SipCharacters.IsToken(line[..first]) ? Words.Of(line[..first]) : null;
        var last = line.LastIndexOf(' ');
        if (method is null || last == first)
        {
            return Fault.Bad("Malformed request line");
        }

        if (IsOtherVersion(line[(last + 1)..]))
        {
            return new Fault(505, "Version Not Supported");
        }

        if (!line[(last + 1)..].Equals("SIP/2.0", StringComparison.OrdinalIgnoreCase))
        {
            return Fault.Bad("Malformed request line");
        }

        var target = line[(first + 1)..last];
        if (target.Length > limits.UriLength)
        {
            return new Fault(414, "Request-URI Too Long");
        }

        if (!SipUri.TryParse(target, out var read))
        {
            return Fault.Bad("Malformed Request-URI");
        }

        // RFC 3261 §19.1.1: headers are not allowed in a Request-URI; taking them over would let a URI set our routing.
        if (!read.Headers.IsEmpty)
        {
            return Fault.Bad("Headers in Request-URI");
        }

        uri = read;
        return null;
    }

    private static bool IsOtherVersion(ReadOnlySpan<char> word)
    {
        if (!word.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase) || word[4..].SequenceEqual("2.0"))
        {
            return false;
        }

        var version = word[4..];
        var dot = version.IndexOf('.');
        return dot > 0 && dot < version.Length - 1
            && !version[..dot].ContainsAnyExcept(SipCharacters.Digits) && !version[(dot + 1)..].ContainsAnyExcept(SipCharacters.Digits);
    }
}
