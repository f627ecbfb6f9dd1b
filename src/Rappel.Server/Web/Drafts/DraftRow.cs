using System.Text.Json.Nodes;
using Rappel.Server.Configuration.Editions;

namespace Rappel.Server.Web.Drafts;

/// <summary>An object of a list, as far as searching and sorting need to know it.</summary>
internal sealed record DraftRow(string Key, string Name, string Found)
{
    /// <summary>Digits from which on a search is one for a number, however that is written.</summary>
    private const int DigitsOfANumber = 3;

    public static DraftRow Of(Edition edition, string section, string key)
    {
        var value = edition.Document.Get(section, key);
        var name = NameOf(value, key);
        return new DraftRow(key, name, $"{Fold(key)}\n{Fold(name)}\n{Fold(TextOf(value, "number") ?? "")}");
    }

    /// <summary>What people call it; its key where it has no name.</summary>
    public static string NameOf(JsonNode? value, string key) => TextOf(value, "name") ?? key;

    /// <param name="search">A part of the key, the name or the number.</param>
    public bool Matches(string search)
    {
        if (Found.Contains(Fold(search), StringComparison.Ordinal))
        {
            return true;
        }

        var digits = Digits(search);
        return digits.Length >= DigitsOfANumber && search.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' or '+' or '.')
            && Found.Split('\n').Any(line => Digits(line).Contains(digits, StringComparison.Ordinal));
    }

    /// <summary>Without capitals and accents: Éva is found by eva.</summary>
    public static string Fold(string text) => LatinFolding.Fold(text);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string? TextOf(JsonNode? value, string field) =>
        value is JsonObject map && map[field] is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
