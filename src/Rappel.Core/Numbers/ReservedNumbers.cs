using System.Collections.Immutable;

namespace Rappel.Core.Numbers;

/// <summary>
/// Numbers no caller may make us ring back unless the dial plan says so: emergency services, numbers that cost whoever dials them,
/// and our own channels (a callback to one of those would ring our own queue).
/// </summary>
internal static class ReservedNumbers
{
    /// <summary>Dialled as they are. Short codes of offices (100 to 108) are left out: a rule can refuse them where they matter.</summary>
    private static readonly ImmutableArray<string> Emergency =
        ["911", "112", "999", "000", "110", "114", "118", "119", "15", "17", "18", "988", "933"];

    /// <summary>Outside North America: premium ranges with a country code, and the international premium service +979.</summary>
    private static readonly ImmutableArray<string> PremiumPrefixes = ["+979", "+449", "+3389", "+49900", "+39899", "+34803", "+34806", "+34807"];

    private const int NorthAmericanLength = 12;

    /// <summary>Why the number is reserved, or null where it is not.</summary>
    public static RefusalKind? Find(string number, DialContext context)
    {
        if (Emergency.Contains(number))
        {
            return RefusalKind.Emergency;
        }

        if (IsPremium(number))
        {
            return RefusalKind.Premium;
        }

        return context.OwnNumbers.Contains(number) ? RefusalKind.OwnChannel : null;
    }

    private static bool IsPremium(string number)
    {
        // +1-900-... and the exchange 976 of every area code.
        if (number.Length == NorthAmericanLength && number.StartsWith("+1", StringComparison.Ordinal))
        {
            return number.AsSpan(2, 3) is "900" || number.AsSpan(5, 3) is "976";
        }

        foreach (var prefix in PremiumPrefixes)
        {
            if (number.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
