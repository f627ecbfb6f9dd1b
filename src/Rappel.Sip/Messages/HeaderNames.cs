using System.Collections.Frozen;

namespace Rappel.Sip.Messages;

/// <summary>Long forms and usual spelling of header names (RFC 3261 §7.3.3 and the registry of header fields).</summary>
internal static class HeaderNames
{
    private static readonly FrozenDictionary<string, string> Known = Build();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The long form of a name; one unknown as it is written.</summary>
    public static string LongForm(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var known) ? known : name.ToString();

    private static FrozenDictionary<string, string> Build()
    {
        string[] names =
        [
            "Accept", "Accept-Encoding", "Accept-Language", "Alert-Info", "Allow", "Allow-Events", "Authentication-Info", "Authorization",
            "Call-ID", "Call-Info", "Contact", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Type",
            "CSeq", "Date", "Error-Info", "Event", "Expires", "From", "In-Reply-To", "Max-Forwards", "MIME-Version", "Min-Expires", "Min-SE",
            "Organization", "P-Asserted-Identity", "P-Preferred-Identity", "Path", "Priority", "Privacy", "Proxy-Authenticate",
            "Proxy-Authorization", "Proxy-Require", "RAck", "Reason", "Record-Route", "Refer-To", "Referred-By", "Replaces", "Reply-To", "Require",
            "Retry-After", "Route", "RSeq", "Server", "Service-Route", "Session-Expires", "Subject", "Subscription-State", "Supported", "Timestamp",
            "To", "Unsupported", "User-Agent", "Via", "Warning", "WWW-Authenticate",
        ];
        var known = names.ToDictionary(n => n, n => n, StringComparer.OrdinalIgnoreCase);
        (string Compact, string Name)[] compact =
        [
            ("a", "Accept-Contact"), ("b", "Referred-By"), ("c", "Content-Type"), ("d", "Request-Disposition"), ("e", "Content-Encoding"),
            ("f", "From"), ("i", "Call-ID"), ("j", "Reject-Contact"), ("k", "Supported"), ("l", "Content-Length"), ("m", "Contact"),
            ("n", "Identity-Info"), ("o", "Event"), ("r", "Refer-To"), ("s", "Subject"), ("t", "To"), ("u", "Allow-Events"), ("v", "Via"),
            ("x", "Session-Expires"), ("y", "Identity"),
        ];
        foreach (var (letter, name) in compact)
        {
            known[letter] = name;
            known[name] = name;
        }

        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
