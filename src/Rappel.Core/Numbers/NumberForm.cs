using Rappel.Core.Config;

namespace Rappel.Core.Numbers;

/// <summary>Which strings are numbers one can dial.</summary>
public static class NumberForm
{
    /// <summary>Digits of an E.164 number, country code included (ITU-T E.164 §6.2 has at most 15).</summary>
    public const int LongestE164 = 15;

    /// <summary>Shorter ones exist on paper only; below this it is taken for an extension.</summary>
    public const int ShortestE164 = 7;

    public const int ShortestExtension = 2;
    public const int LongestExtension = 8;

    /// <summary>Told to people who wrote something else.</summary>
    public static readonly Said E164Words = new("an E.164 number with its plus sign, such as +15145550100",
        "un numéro E.164 avec son signe plus, tel +15145550100");

    /// <summary>True for <c>+15145550100</c>: a plus sign, a country code that does not begin with 0, digits.</summary>
    public static bool IsE164(string text) =>
        text.Length is >= ShortestE164 + 1 and <= LongestE164 + 1 && text[0] == '+' && text[1] != '0'
        && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>True for <c>1001</c>: digits alone.</summary>
    public static bool IsExtension(string text) =>
        text.Length is >= ShortestExtension and <= LongestExtension && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>
    /// What people type or write, without what only helps the eye: spaces, dots, dashes, slashes, parentheses. False where anything
    /// else but digits, a leading plus sign, <c>*</c> and <c>#</c> is left, or nothing is.
    /// </summary>
    public static bool TryNormalise(string typed, out string number)
    {
        number = "";
        if (typed.Length > LongestTyped)
        {
            return false;
        }

        Span<char> kept = stackalloc char[LongestTyped];
        var length = 0;
        foreach (var letter in typed)
        {
            if (char.IsAsciiDigit(letter) || letter is '*' or '#' || (letter == '+' && length == 0))
            {
                kept[length++] = letter;
            }
            else if (!IsDecoration(letter))
            {
                return false;
            }
        }

        number = new string(kept[..length]);
        return length > 0 && number != "+";
    }

    /// <summary>Characters, decoration included.</summary>
    public const int LongestTyped = 64;

    // A trunk prefix in parentheses, "+44 (0)20", is not told apart: the number is then refused by length or by the plan.
    private static bool IsDecoration(char letter) => letter is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00a0' or '\u2011' or '\u202f';
}
