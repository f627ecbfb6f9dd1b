using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rappel.Server.Web.Problems;

/// <summary>Fields that hold more fields. Their problems are those of the whole, with pointers into the whole.</summary>
internal sealed partial class FieldReader
{
    private readonly string _at = "#";

    private FieldReader(JsonElement body, string at, List<FieldProblem> problems)
        : this(body)
    {
        _at = at;
        _problems = problems;
    }

    /// <summary>An object; null where it is left out or is none.</summary>
    public FieldReader? Inner(string field)
    {
        if (!TryFind(field, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new FieldReader(value, Pointer(field), _problems);
        }

        Wrong(field, $"is {Kind(value)}", "an object");
        return null;
    }

    /// <summary>The objects of a list; none where it is left out or wrong.</summary>
    public IReadOnlyList<FieldReader> Items(string field, int most)
    {
        if (!TryFind(field, out var value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > most || value.EnumerateArray().Any(i => i.ValueKind != JsonValueKind.Object))
        {
            Wrong(field, value.ValueKind == JsonValueKind.Array ? $"has {value.GetArrayLength()} items, or some that are no objects" : $"is {Kind(value)}",
                $"a list of at most {most} objects");
            return [];
        }

        return [.. value.EnumerateArray().Select((item, index) => new FieldReader(item, $"{Pointer(field)}/{index}", _problems))];
    }

    /// <summary>Whatever is there, for another to judge; null where it is left out.</summary>
    public JsonNode? Json(string field) => TryFind(field, out var value) ? JsonNode.Parse(value.GetRawText(), null, new JsonDocumentOptions { MaxDepth = 256 }) : null;

    /// <summary>Whether the field is a text.</summary>
    public bool IsText(string field) => TryFind(field, out var value) && value.ValueKind == JsonValueKind.String;

    /// <summary>A number of seconds with its fractions, from zero on.</summary>
    public TimeSpan Time(string field, TimeSpan maximum, bool required = false)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"a number of seconds from 0 to {maximum.TotalSeconds}");
        if (!TryFind(field, out var value))
        {
            if (required)
            {
                Wrong(field, "is required", allowed);
            }

            return TimeSpan.Zero;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds >= 0 && seconds <= maximum.TotalSeconds)
        {
            // To the millisecond: what is told is told so too.
            return TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
        }

        Wrong(field, $"is {(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Kind(value))}", allowed);
        return TimeSpan.Zero;
    }
}
