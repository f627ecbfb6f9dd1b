using System.Collections.Immutable;

namespace Rappel.Core.Ivr.Speaking;

/// <summary>Numbers as people say them to each other: digit by digit, in groups.</summary>
public static class SpokenDigits
{
    /// <summary>Longest group at the end of a number.</summary>
    private const int LastGroup = 4;

    /// <summary>
    /// A phone number, one text a group: <c>+15145550100</c> gives <c>5 1 4</c>, <c>5 5 5</c>, <c>0 1 0 0</c>. The +1 of North
    /// America is not said: nobody there says it. Groups rather than the whole, so that a few thousand pieces of audio serve every number
    /// and none of them is anybody's number.
    /// </summary>
    public static ImmutableArray<string> PhoneNumber(string number)
    {
        ReadOnlySpan<char> digits = number.Where(char.IsAsciiDigit).ToArray();
        var northAmerican = digits.Length == 11 && digits[0] == '1';
        return northAmerican || digits.Length == 10
            ? [Spaced(digits[^10..^7]), Spaced(digits[^7..^4]), Spaced(digits[^4..])]
            : Grouped(number);
    }

    /// <summary>An account or case number, in threes; the last group has up to four.</summary>
    public static ImmutableArray<string> Grouped(string number)
    {
        var digits = number.Where(char.IsAsciiLetterOrDigit).ToArray().AsSpan();
        var groups = ImmutableArray.CreateBuilder<string>();
        while (digits.Length > LastGroup)
        {
            groups.Add(Spaced(digits[..3]));
            digits = digits[3..];
        }

        if (digits.Length > 0)
        {
            groups.Add(Spaced(digits));
        }

        return groups.ToImmutable();
    }

    private static string Spaced(ReadOnlySpan<char> digits) => string.Join(' ', digits.ToArray());
}
