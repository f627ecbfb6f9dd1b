namespace Rappel.Sip.Messages;

/// <summary>Typed readers of the headers that every layer needs. Null (or empty) where absent or malformed; the parser has refused requests whose mandatory ones are.</summary>
public static class SipHeaders
{
    /// <summary>Seconds that a malformed Expires stands for (RFC 3261 §20.19).</summary>
    public const uint ExpiresWhenMalformed = 3600;

    public static Via? TopVia(this SipMessage message)
    {
        var at = message.IndexOf(HeaderName.Via);
        if (at < 0)
        {
            return null;
        }

        var header = message.Headers[at];
        if (header.As<Via>() is { } known)
        {
            return known;
        }

        var values = HeaderList.Of(header.Span);
        return values.MoveNext() && Via.TryParse(values.Current, out var via) ? via : null;
    }

    /// <summary>The Via, where there is no more than one.</summary>
    internal static Via? OnlyVia(this SipMessage message)
    {
        var at = message.IndexOf(HeaderName.Via);
        for (var i = at + 1; at >= 0 && i < message.Headers.Count; i++)
        {
            if (message.Headers[i].Is(HeaderName.Via))
            {
                return null;
            }
        }

        // What the parser read is one value and no list.
        return at < 0 ? null : message.Headers[at].As<Via>() ?? (message.Vias() is [var only] ? only : null);
    }

    /// <summary>All Vias, the top one first; empty where one is malformed.</summary>
    public static IReadOnlyList<Via> Vias(this SipMessage message)
    {
        List<Via> vias = [];
        foreach (var header in message.Headers)
        {
            if (header.Is(HeaderName.Via) && !TryAddVias(header, vias))
            {
                return [];
            }
        }

        return vias;
    }

    public static NameAddress? From(this SipMessage message) => Address(message, HeaderName.From);

    public static NameAddress? To(this SipMessage message) => Address(message, HeaderName.To);

    /// <summary>Empty for <c>Contact: *</c> too: see <see cref="HasWildcardContact"/>.</summary>
    public static IReadOnlyList<NameAddress> Contacts(this SipMessage message) => Addresses(message, HeaderName.Contact);

    /// <summary>True for <c>Contact: *</c>, by which a REGISTER removes all bindings (RFC 3261 §10.2.2).</summary>
    public static bool HasWildcardContact(this SipMessage message) => message.IndexOf(HeaderName.Contact) is >= 0 and var at && message.Headers[at].Span is "*";

    /// <param name="header">Route, Record-Route, or any other list of addresses.</param>
    public static IReadOnlyList<NameAddress> Routes(this SipMessage message, string header) => Addresses(message, HeaderNames.Of(header));

    public static string? CallId(this SipMessage message) => message["Call-ID"];

    public static CSeq? CSeq(this SipMessage message) =>
        message.IndexOf(HeaderName.CSeq) is >= 0 and var at && Messages.CSeq.TryParse(message.Headers[at].Span, out var cseq) ? cseq : null;

    /// <summary>0-255; null where absent or malformed.</summary>
    public static int? MaxForwards(this SipMessage message) =>
        message["Max-Forwards"] is { } value && SipCharacters.TryReadNumber(value, 255, out var hops) ? (int)hops : null;

    /// <summary>Seconds of the Expires header, at most 2^32-1; 3600 where malformed, null where absent.</summary>
    public static uint? Expires(this SipMessage message) => Seconds(message["Expires"]);

    /// <summary>Seconds of a contact's <c>expires</c> parameter, by the rules of the header (RFC 3261 §10.2.1.1); null where absent.</summary>
    public static uint? Expires(this NameAddress contact) => Seconds(contact.Parameter("expires"));

    /// <summary>Media type in lower case without parameters, as <c>application/sdp</c>; null where absent.</summary>
    public static string? ContentType(this SipMessage message) =>
        message.IndexOf(HeaderName.ContentType) is >= 0 and var at ? MediaType(message.Headers[at].Span) : null;

    /// <summary>A comma list split at its top level (quotes and angle brackets respected), values trimmed, empty ones left out.</summary>
    public static IReadOnlyList<string> List(this SipMessage message, string header)
    {
        List<string>? values = null;
        foreach (var row in message.Headers)
        {
            if (!row.Is(header))
            {
                continue;
            }

            foreach (var value in HeaderList.Of(row.Span))
            {
                if (!value.IsEmpty)
                {
                    (values ??= []).Add(value.ToString());
                }
            }
        }

        return values ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Of the header's first row, where that is one address; null where it is absent, none, or several.</summary>
    internal static NameAddress? Address(SipMessage message, HeaderName name)
    {
        var at = message.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var header = message.Headers[at];
        return header.As<NameAddress>() ?? (NameAddress.TryParse(header.Span, out var address) ? address : null);
    }

    internal static string MediaType(ReadOnlySpan<char> value)
    {
        var semicolon = value.IndexOf(';');
        var type = semicolon < 0 ? value : value[..semicolon];
        return type is "application/sdp"
            ? "application/sdp"
            : string.Concat(type.ToString().Where(c => !SipCharacters.IsLws(c))).ToLowerInvariant();
    }

    private static List<NameAddress> Addresses(SipMessage message, HeaderName name)
    {
        List<NameAddress> addresses = [];
        foreach (var header in message.Headers)
        {
            if (header.Name.Equals(name.Text, StringComparison.OrdinalIgnoreCase) && !TryAddAddresses(header, addresses))
            {
                return [];
            }
        }

        return addresses;
    }

    private static bool TryAddAddresses(SipHeader header, List<NameAddress> addresses)
    {
        if (header.As<NameAddress>() is { } known)
        {
            addresses.Add(known);
            return true;
        }

        foreach (var value in HeaderList.Of(header.Span))
        {
            if (!NameAddress.TryParse(value, out var address))
            {
                return false;
            }

            addresses.Add(address);
        }

        return true;
    }

    private static bool TryAddVias(SipHeader header, List<Via> vias)
    {
        if (header.As<Via>() is { } known)
        {
            vias.Add(known);
            return true;
        }

        foreach (var value in HeaderList.Of(header.Span))
        {
            if (!Via.TryParse(value, out var via))
            {
                return false;
            }

            vias.Add(via);
        }

        return true;
    }

    private static uint? Seconds(string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (SipCharacters.TryReadNumber(value, uint.MaxValue, out var seconds))
        {
            return (uint)seconds;
        }

        // Too large a number is the largest; anything else is malformed.
        return value.Length > 0 && !value.AsSpan().ContainsAnyExcept(SipCharacters.Digits) ? uint.MaxValue : ExpiresWhenMalformed;
    }
}
