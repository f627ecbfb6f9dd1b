namespace Rappel.Sip.Messages;

/// <summary>Typed readers of the headers that every layer needs. Null (or empty) where absent or malformed; the parser has refused requests whose mandatory ones are.</summary>
public static class SipHeaders
{
    /// <summary>Seconds that a malformed Expires stands for (RFC 3261 §20.19).</summary>
    public const uint ExpiresWhenMalformed = 3600;

    public static Via? TopVia(this SipMessage message)
    {
        var first = HeaderList.Of(message.Headers, "Via").FirstOrDefault();
        return first is not null && Via.TryParse(first, out var via) ? via : null;
    }

    /// <summary>All Vias, the top one first; empty where one is malformed.</summary>
    public static IReadOnlyList<Via> Vias(this SipMessage message)
    {
        var vias = new List<Via>();
        foreach (var value in HeaderList.Of(message.Headers, "Via"))
        {
            if (!Via.TryParse(value, out var via))
            {
                return [];
            }

            vias.Add(via);
        }

        return vias;
    }

    public static NameAddress? From(this SipMessage message) => Address(message, "From");

    public static NameAddress? To(this SipMessage message) => Address(message, "To");

    /// <summary>Empty for <c>Contact: *</c> too: see <see cref="HasWildcardContact"/>.</summary>
    public static IReadOnlyList<NameAddress> Contacts(this SipMessage message) => Routes(message, "Contact");

    /// <summary>True for <c>Contact: *</c>, by which a REGISTER removes all bindings (RFC 3261 §10.2.2).</summary>
    public static bool HasWildcardContact(this SipMessage message) => message["Contact"] == "*";

    /// <param name="header">Route, Record-Route, or any other list of addresses.</param>
    public static IReadOnlyList<NameAddress> Routes(this SipMessage message, string header)
    {
        var addresses = new List<NameAddress>();
        foreach (var value in HeaderList.Of(message.Headers, header))
        {
            if (!NameAddress.TryParse(value, out var address))
            {
                return [];
            }

            addresses.Add(address);
        }

        return addresses;
    }

    public static string? CallId(this SipMessage message) => message["Call-ID"];

    public static CSeq? CSeq(this SipMessage message) =>
        message["CSeq"] is { } value && Messages.CSeq.TryParse(value, out var cseq) ? cseq : null;

    /// <summary>0-255; null where absent or malformed.</summary>
    public static int? MaxForwards(this SipMessage message) =>
        message["Max-Forwards"] is { } value && SipCharacters.TryReadNumber(value, 255, out var hops) ? (int)hops : null;

    /// <summary>Seconds of the Expires header, at most 2^32-1; 3600 where malformed, null where absent.</summary>
    public static uint? Expires(this SipMessage message) => Seconds(message["Expires"]);

    /// <summary>Seconds of a contact's <c>expires</c> parameter, by the rules of the header (RFC 3261 §10.2.1.1); null where absent.</summary>
    public static uint? Expires(this NameAddress contact) => Seconds(contact.Parameter("expires"));

    /// <summary>Media type in lower case without parameters, as <c>application/sdp</c>; null where absent.</summary>
    public static string? ContentType(this SipMessage message) => message["Content-Type"] is { } value ? MediaType(value) : null;

    /// <summary>A comma list split at its top level (quotes and angle brackets respected), values trimmed, empty ones left out.</summary>
    public static IReadOnlyList<string> List(this SipMessage message, string header) =>
        [.. HeaderList.Of(message.Headers, header).Where(v => v.Length > 0)];

    internal static string MediaType(string value)
    {
        var type = value.AsSpan();
        var semicolon = type.IndexOf(';');
        type = semicolon < 0 ? type : type[..semicolon];
        return string.Concat(type.ToString().Where(c => !SipCharacters.IsLws(c))).ToLowerInvariant();
    }

    private static NameAddress? Address(SipMessage message, string name) =>
        message[name] is { } value && NameAddress.TryParse(value, out var address) ? address : null;

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
