using System.Collections.Frozen;
using System.Text;

namespace Rappel.Server.Web.Drafts;

/// <summary>Letters as people type them who are in a hurry. A table of our own: the program runs without the machine's, and knows no accents then.</summary>
internal static class LatinFolding
{
    private static readonly FrozenDictionary<char, string> Plain = new Dictionary<string, string>
    {
        ["àáâãäåāăąǎ"] = "a",
        ["çćĉċč"] = "c",
        ["ďđð"] = "d",
        ["èéêëēĕėęě"] = "e",
        ["ĝğġģ"] = "g",
        ["ĥħ"] = "h",
        ["ìíîïĩīĭįıǐ"] = "i",
        ["ĵ"] = "j",
        ["ķ"] = "k",
        ["ĺļľŀł"] = "l",
        ["ñńņňŉ"] = "n",
        ["òóôõöøōŏőǒ"] = "o",
        ["ŕŗř"] = "r",
        ["śŝşšș"] = "s",
        ["ţťŧț"] = "t",
        ["ùúûüũūŭůűųǔ"] = "u",
        ["ŵ"] = "w",
        ["ýÿŷ"] = "y",
        ["źżž"] = "z",
        ["æ"] = "ae",
        ["œ"] = "oe",
        ["ß"] = "ss",
        ["þ"] = "th",
        ["’"] = "'",
    }.SelectMany(letters => letters.Key, (letters, letter) => (letter, letters.Value)).ToFrozenDictionary(l => l.letter, l => l.Value);

    /// <summary>Small letters without accents.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Where(c => c is < '\u0300' or > '\u036F'))
        {
            _ = Plain.TryGetValue(letter, out var plain) ? folded.Append(plain) : folded.Append(letter);
        }

        return folded.ToString();
    }
}
