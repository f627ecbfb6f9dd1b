using System.Collections.Immutable;
using System.Text.Json;
using Rappel.Storage;

namespace Rappel.Server.Web.Problems;

/// <summary>Reads a JSON object field by field and collects everything that is wrong with it. A null counts as left out.</summary>
internal sealed partial class FieldReader(JsonElement body)
{
    private readonly List<FieldProblem> _problems = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>As it was sent.</summary>
    public string Raw => body.GetRawText();

    public void Wrong(string field, string detail, string? allowed) => _problems.Add(new(Pointer(field), null, detail, allowed));

    /// <summary>Null where it is left out, empty or wrong.</summary>
    public string? Text(string field, int maximum, bool required = false)
    {
        var allowed = $"a text of 1 to {maximum} characters";
        if (!TryFind(field, out var value))
        {
            if (required)
            {
                Wrong(field, "is required", allowed);
            }

            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;
        if (text is null || text.Length == 0 || text.Length > maximum || text.Any(char.IsControl))
        {
            Wrong(field, text is null ? $"is {Kind(value)}" : text.Length > maximum ? $"has {text.Length} characters" : "is empty or has control characters", allowed);
            return null;
        }

        return text;
    }

    /// <summary>A password or code, taken as it is, spaces too. Null where it is left out or wrong; it is not repeated in what is told.</summary>
    public string? Secret(string field, int maximum)
    {
        var found = TryFind(field, out var value);
        var text = found && value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        if (text is { Length: > 0 } && text.Length <= maximum)
        {
            return text;
        }

        Wrong(
            field, !found || text is { Length: 0 } ? "is required" : text is null ? $"is {Kind(value)}" : $"has {text.Length} characters",
            $"a text of 1 to {maximum} characters");
        return null;
    }

    /// <summary>A whole number, both bounds included.</summary>
    public int Whole(string field, int minimum, int maximum, int otherwise, string unit = "")
    {
        if (!TryFind(field, out var value))
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Wrong(field, $"is {(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Kind(value))}", $"a whole number from {minimum} to {maximum}{unit}");
        return otherwise;
    }

    public TimeSpan Seconds(string field, TimeSpan minimum, TimeSpan maximum, TimeSpan otherwise) =>
        TimeSpan.FromSeconds(Whole(field, (int)minimum.TotalSeconds, (int)maximum.TotalSeconds, (int)otherwise.TotalSeconds, " seconds"));

    /// <summary>A moment in ISO 8601 that says how far it is from UTC: without that it would be another moment on another machine.</summary>
    public Instant? Moment(string field, bool required = false)
    {
        const string allowed = "a moment such as 2026-03-02T14:00:00Z or 2026-03-02T09:00:00-05:00";
        if (!TryFind(field, out var value))
        {
            if (required)
            {
                Wrong(field, "is required", allowed);
            }

            return null;
        }

        if (value.ValueKind == JsonValueKind.String && MomentText.TryParse(value.GetString()!, out var moment))
        {
            return moment;
        }

        Wrong(field, value.ValueKind == JsonValueKind.String ? "is no moment, or does not say how far it is from UTC" : $"is {Kind(value)}", allowed);
        return null;
    }

    /// <summary>One of the words of an enumeration.</summary>
    public T Word<T>(string field, T otherwise) where T : struct, Enum
    {
        if (Text(field, ApiLimits.MaximumKey) is not { } word)
        {
            return otherwise;
        }

        if (Words.TryParse<T>(word, out var known))
        {
            return known;
        }

        Wrong(field, $"is '{word}'", string.Join(", ", Words.All<T>()));
        return otherwise;
    }

    /// <summary>An identity such as <c>cb-12</c>, or its number alone.</summary>
    public long? Id(string field, string prefix)
    {
        if (Text(field, ApiLimits.MaximumKey) is not { } text)
        {
            return null;
        }

        if (QueryReader.TryId(text, prefix, out var id))
        {
            return id;
        }

        Wrong(field, $"is '{text}'", $"an id such as {prefix}12");
        return null;
    }

    /// <summary>Whether the field is there with a value.</summary>
    public bool Has(string field) => TryFind(field, out _);

    /// <summary>Whether the field is there, even with null.</summary>
    public bool Names(string field) => body.TryGetProperty(field, out _);

    /// <summary>Whether the field is an empty text, which for some fields means that there is nothing.</summary>
    public bool IsEmpty(string field) => TryFind(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0;

    public bool Flag(string field, bool otherwise)
    {
        if (!TryFind(field, out var value))
        {
            return otherwise;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Wrong(field, $"is {Kind(value)}", "true or false");
            return otherwise;
        }

        return value.GetBoolean();
    }

    /// <summary>A list of some of the allowed words, at least one, none twice.</summary>
    public ImmutableArray<string> Texts(string field, IReadOnlyCollection<string> allowed)
    {
        var given = TryFind(field, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText()).Distinct().ToImmutableArray()
            : [];
        var unknown = given.FirstOrDefault(v => !allowed.Contains(v));
        if (given.IsEmpty || unknown is not null)
        {
            Wrong(field, unknown is not null ? $"has '{unknown}'" : "is no list of at least one", $"a list of some of {string.Join(", ", allowed)}");
            return [];
        }

        return given;
    }

    /// <summary>An object of texts, such as script variables.</summary>
    public ImmutableDictionary<string, string> Pairs(string field)
    {
        var pairs = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (!TryFind(field, out var value))
        {
            return pairs.ToImmutable();
        }

        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() > ApiLimits.MaximumVariables)
        {
            Wrong(field, $"is {(value.ValueKind == JsonValueKind.Object ? $"{value.GetPropertyCount()} fields" : Kind(value))}",
                $"an object of at most {ApiLimits.MaximumVariables} texts");
            return pairs.ToImmutable();
        }

        foreach (var pair in value.EnumerateObject())
        {
            if (pair.Name.Length is 0 or > ApiLimits.MaximumVariableName || !pair.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            {
                Wrong($"{field}/{pair.Name}", "has a name that is not allowed",
                    $"1 to {ApiLimits.MaximumVariableName} letters, digits, dots, dashes and underscores");
            }
            else if (pair.Value.ValueKind != JsonValueKind.String || pair.Value.GetString()!.Length > ApiLimits.MaximumVariableValue)
            {
                Wrong($"{field}/{pair.Name}", "is not a text, or too long", $"a text of at most {ApiLimits.MaximumVariableValue} characters");
            }
            else
            {
                pairs[pair.Name] = pair.Value.GetString()!;
            }
        }

        return pairs.ToImmutable();
    }

    /// <summary>Call last: a field that nobody asked for is a spelling mistake, and silence would hide it.</summary>
    public void RefuseUnknown()
    {
        foreach (var field in body.EnumerateObject().Where(f => !_known.Contains(f.Name)))
        {
            Wrong(field.Name, "is not a field of this request", string.Join(", ", _known.Order(StringComparer.Ordinal)));
        }
    }

    private bool TryFind(string field, out JsonElement value)
    {
        _known.Add(field);
        return body.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;
    }

    // RFC 6901 §3, in the fragment form of §6; the slash between an object and its field is ours.
    private string Pointer(string field) => $"{_at}/" + string.Join('/', field.Split('/', 2).Select(part =>
        Uri.EscapeDataString(part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))));

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "true or false",
    };
}
