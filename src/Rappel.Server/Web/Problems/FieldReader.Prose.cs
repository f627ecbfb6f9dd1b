using System.Collections.Immutable;
using System.Text.Json;

namespace Rappel.Server.Web.Problems;

/// <summary>What people write, and what they chose.</summary>
internal sealed partial class FieldReader
{
    /// <summary>A text of several lines, which may be empty; null where it is left out or wrong.</summary>
    public string? Prose(string field, int maximum)
    {
        if (!TryFind(field, out var value))
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.ReplaceLineEndings("\n").Trim() : null;
        if (text is not null && text.Length <= maximum && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
        {
            return text;
        }

        Wrong(field, text is null ? $"is {Kind(value)}" : text.Length > maximum ? $"has {text.Length} characters" : "has control characters",
            $"a text of at most {maximum} characters");
        return null;
    }

    /// <summary>A list of short texts, which may be empty; default where it is left out or wrong.</summary>
    public ImmutableArray<string> ShortTexts(string field, int most, int maximum)
    {
        if (!TryFind(field, out var value))
        {
            return default;
        }

        var given = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()!.Trim() : "").ToImmutableArray()
            : default;
        if (!given.IsDefault && given.Length <= most && given.All(g => g.Length > 0 && g.Length <= maximum && !g.Any(char.IsControl)))
        {
            return given;
        }

        Wrong(field, given.IsDefault ? $"is {Kind(value)}" : given.Length > most ? $"has {given.Length} items" : "has items that are no texts, or too long",
            $"a list of at most {most} texts of 1 to {maximum} characters");
        return default;
    }
}
