using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Rappel.Sip.Messages;

/// <summary>Long forms and usual spelling of header names (RFC 3261 §7.3.3 and the registry of header fields).</summary>
internal static class HeaderNames
{
    private static readonly FrozenDictionary<string, HeaderName> Known = Build();
    private static readonly FrozenDictionary<string, HeaderName>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Of any case, long or compact; false for one that is not known.</summary>
    public static bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out HeaderName? known) => Lookup.TryGetValue(name, out known);

    /// <summary>The known name, or one spelt as it is written.</summary>
    public static HeaderName Of(string name) => Known.TryGetValue(name, out var known) ? known : new HeaderName(name);

    private static FrozenDictionary<string, HeaderName> Build()
    {
        HeaderName[] used =
        [
            HeaderName.Via, HeaderName.From, HeaderName.To, HeaderName.CallId, HeaderName.CSeq, HeaderName.MaxForwards, HeaderName.ContentType,
            HeaderName.Date, HeaderName.Expires, HeaderName.ContentLength, HeaderName.Contact, HeaderName.RecordRoute, HeaderName.Route,
            HeaderName.Allow, HeaderName.Authorization, HeaderName.ProxyAuthorization, HeaderName.Reason, HeaderName.Require, HeaderName.Server,
            HeaderName.Supported, HeaderName.Timestamp, HeaderName.UserAgent,
        ];
        string[] others =
        [
            "Accept", "Accept-Contact", "Accept-Encoding", "Accept-Language", "Alert-Info", "Allow-Events", "Authentication-Info", "Call-Info",
            "Content-Disposition", "Content-Encoding", "Content-Language", "Error-Info", "Event", "Identity", "Identity-Info", "In-Reply-To",
            "MIME-Version", "Min-Expires", "Min-SE", "Organization", "P-Asserted-Identity", "P-Preferred-Identity", "Path", "Priority", "Privacy",
            "Proxy-Authenticate", "Proxy-Require", "RAck", "Refer-To", "Referred-By", "Reject-Contact", "Replaces", "Reply-To",
            "Request-Disposition", "Retry-After", "RSeq", "Service-Route", "Session-Expires", "Subject", "Subscription-State", "Unsupported",
            "Warning", "WWW-Authenticate",
        ];
        var known = used.ToDictionary(n => n.Text, StringComparer.OrdinalIgnoreCase);
        foreach (var name in others)
        {
            known.TryAdd(name, new HeaderName(name));
        }

        (string Compact, string Name)[] compact =
        [
            ("a", "Accept-Contact"), ("b", "Referred-By"), ("c", "Content-Type"), ("d", "Request-Disposition"), ("e", "Content-Encoding"),
            ("f", "From"), ("i", "Call-ID"), ("j", "Reject-Contact"), ("k", "Supported"), ("l", "Content-Length"), ("m", "Contact"),
            ("n", "Identity-Info"), ("o", "Event"), ("r", "Refer-To"), ("s", "Subject"), ("t", "To"), ("u", "Allow-Events"), ("v", "Via"),
            ("x", "Session-Expires"), ("y", "Identity"),
        ];
        foreach (var (letter, name) in compact)
        {
            known.Add(letter, known[name]);
        }

        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
