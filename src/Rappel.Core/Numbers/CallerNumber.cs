using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Core.Numbers;

/// <summary>Reads the caller's number (ANI) from what a carrier delivered.</summary>
public static class CallerNumber
{
    /// <summary>User parts that carriers send in place of a number.</summary>
    private static readonly ImmutableArray<string> WithheldUsers =
        ["anonymous", "withheld", "unavailable", "unknown", "private", "restricted", "blocked", "invalid", "asserted", "anonyme", "inconnu", "prive"];

    /// <summary>
    /// Display names that say the caller asked not to be known (RFC 3323 §4.1.1.3). "Unavailable" and "Unknown" are not among them:
    /// carriers send those where only the name is missing.
    /// </summary>
    private static readonly ImmutableArray<string> WithheldDisplays = ["anonymous", "withheld", "private", "restricted", "blocked", "anonyme", "privé", "prive"];

    private const int NorthAmericanDigits = 10;

    /// <summary>The number, E.164 where it can be told, or null where it is withheld or no number.</summary>
    /// <param name="user">User part of the From or P-Asserted-Identity URI, escapes decoded; may carry parameters after a semicolon.</param>
    /// <param name="display">Display name beside it; null or empty for none.</param>
    /// <param name="plan">Tells what national forms mean; null for the North American ones.</param>
    public static PhoneNumber? TryRead(string? user, string? display, DialPlanSnapshot? plan = null)
    {
        var name = user is null ? "" : user.Split(';', 2)[0].Trim();
        if (name.Length == 0 || Holds(WithheldUsers, name) || (display is not null && Holds(WithheldDisplays, display.Trim().Trim('"'))))
        {
            return null;
        }

        if (!NumberForm.TryNormalise(name, out var number))
        {
            return null;
        }

        if (NumberForm.IsE164(number))
        {
            return new PhoneNumber(number);
        }

        // A caller may well have a number that we would not ring: only the rewrite is asked for, not the permission.
        if (plan is not null && Rewritten(plan, number) is { } rewritten)
        {
            return new PhoneNumber(rewritten);
        }

        return ReadNorthAmerican(number);
    }

    private static string? Rewritten(DialPlanSnapshot plan, string number)
    {
        foreach (var rule in plan.Rules)
        {
            var match = DialPattern.Of(rule).Match(number);
            if (match.Success && rule.Refusal is null)
            {
                var result = rule.Rewrite is { } rewrite ? DialPattern.Rewrite(rewrite, match) : number;
                return NumberForm.IsE164(result) || NumberForm.IsExtension(result) ? result : null;
            }
        }

        return null;
    }

    // Ten digits, or eleven with the 1: area code and exchange begin with 2 to 9. 011 is the international prefix.
    private static PhoneNumber? ReadNorthAmerican(string number)
    {
        var national = number.Length == NorthAmericanDigits + 1 && number[0] == '1' ? number[1..] : number;
        if (national.Length == NorthAmericanDigits && national[0] is >= '2' and <= '9' && national[3] is >= '2' and <= '9'
            && national.All(char.IsAsciiDigit))
        {
            return new PhoneNumber($"+1{national}");
        }

        if (number.StartsWith("011", StringComparison.Ordinal) && NumberForm.IsE164($"+{number[3..]}"))
        {
            return new PhoneNumber($"+{number[3..]}");
        }

        return NumberForm.IsExtension(number) && number.Trim('0').Length > 0 ? new PhoneNumber(number) : null;
    }

    private static bool Holds(ImmutableArray<string> words, string word) => words.Contains(word, StringComparer.OrdinalIgnoreCase);
}
