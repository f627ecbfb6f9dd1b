using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>Names of the variables scripts may use, without their dollar sign.</summary>
public static class ScriptVariables
{
    /// <summary>Read only: the system fills them.</summary>
    public static readonly ImmutableArray<string> System =
        ["callerPhoneNumber", "callbackPhoneNumber", "QueuePosition", "ExpectedWait", "Channel", "Language", "CallbackPosition", "contactName"];

    /// <summary>
    /// What Get Value can collect, and Set Variable set, besides variables of the author's. The phone number is what
    /// <c>$callbackPhoneNumber</c> then tells.
    /// </summary>
    public static readonly ImmutableArray<string> Data = ["customer.phoneNumber", "customer.accountNumber", "case.number"];

    /// <summary>A letter, then letters and digits.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= ConfigurationLimits.VariableLength && char.IsAsciiLetter(text[0]) && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>The variables a text uses. A dot belongs to a name only where it makes one of <see cref="Data"/>.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var dollar = text.IndexOf('$', StringComparison.Ordinal); dollar >= 0 && dollar + 1 < text.Length;
             dollar = text.IndexOf('$', dollar + 1))
        {
            if (char.IsAsciiLetter(text[dollar + 1]))
            {
                yield return NameAt(text, dollar + 1);
            }
        }
    }

    /// <summary>The name that begins at <paramref name="start"/>, the character after the dollar sign; empty where none does.</summary>
    public static string NameAt(string text, int start)
    {
        foreach (var dotted in Data)
        {
            var end = start + dotted.Length;
            if (string.CompareOrdinal(text, start, dotted, 0, dotted.Length) == 0 && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
            {
                return dotted;
            }
        }

        var length = 0;
        while (start + length < text.Length && char.IsAsciiLetterOrDigit(text[start + length]))
        {
            length++;
        }

        return text.Substring(start, length);
    }
}
