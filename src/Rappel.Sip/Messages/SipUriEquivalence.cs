using System.Collections.Immutable;

namespace Rappel.Sip.Messages;

/// <summary>URI comparison of RFC 3261 §19.1.4, and of RFC 3966 §4 for tel.</summary>
internal static class SipUriEquivalence
{
    /// <summary>These count even where only one of the two URIs has them.</summary>
    private static readonly string[] Decisive = ["user", "ttl", "method", "maddr", "transport"];

    public static bool Same(SipUri one, SipUri other)
    {
        if (one.Scheme != other.Scheme)
        {
            return false;
        }

        return one.Scheme switch
        {
            "sip" or "sips" => SameSip(one, other),
            "tel" => SameNumber(one.User, other.User) && one.Parameters.Length == other.Parameters.Length && CommonAgree(one, other, all: true),
            _ => one.Opaque == other.Opaque,
        };
    }

    private static bool SameSip(SipUri one, SipUri other) =>
        one.User == other.User
        && one.Password == other.Password
        // An absent port is not the default port: the first may go through SRV records.
        && one.Port == other.Port
        && HostGrammar.SameHost(one.Host, other.Host)
        && CommonAgree(one, other, all: false)
        && Decisive.All(name => one.Parameter(name) is null == other.Parameter(name) is null)
        && SameHeaders(one.Headers, other.Headers);

    private static bool CommonAgree(SipUri one, SipUri other, bool all)
    {
        foreach (var (name, value) in one.Parameters)
        {
            var mate = other.Parameter(name);
            if (mate is null ? all : !mate.Equals(value ?? "", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameHeaders(ImmutableArray<(string Name, string Value)> one, ImmutableArray<(string Name, string Value)> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        static IEnumerable<(string, string)> Ordered(ImmutableArray<(string Name, string Value)> headers) =>
            headers.Select(h => (h.Name.ToUpperInvariant(), h.Value)).OrderBy(h => h.Item1, StringComparer.Ordinal).ThenBy(h => h.Value, StringComparer.Ordinal);

        return Ordered(one).SequenceEqual(Ordered(other));
    }

    private static bool SameNumber(string? one, string? other) => Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string? number) => string.Concat((number ?? "").Where(c => c is not ('-' or '.' or '(' or ')')));
}
