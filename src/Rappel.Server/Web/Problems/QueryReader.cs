using System.Globalization;
using Rappel.Storage;

namespace Rappel.Server.Web.Problems;

/// <summary>Reads query parameters and collects everything that is wrong with them.</summary>
internal sealed class QueryReader
{
    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    public int Limit(string? value)
    {
        if (value is null)
        {
            return ApiLimits.DefaultPage;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= ApiLimits.MaximumPage)
        {
            return limit;
        }

        Wrong("limit", $"is '{Short(value)}'", $"a whole number from 1 to {ApiLimits.MaximumPage}");
        return ApiLimits.DefaultPage;
    }

    /// <summary>An identity such as <c>cb-12</c>, or its number alone.</summary>
    public long? Before(string? value, string prefix)
    {
        if (value is null)
        {
            return null;
        }

        if (TryId(value, prefix, out var id))
        {
            return id;
        }

        Wrong("before", $"is '{Short(value)}'", $"an id such as {prefix}12: the `next` of the page before");
        return null;
    }

    public T? Word<T>(string parameter, string? value, params string[] besides) where T : struct, Enum
    {
        if (value is null || besides.Contains(value))
        {
            return null;
        }

        if (Words.TryParse<T>(value, out var word))
        {
            return word;
        }

        Wrong(parameter, $"is '{Short(value)}'", string.Join(", ", besides.Concat(Words.All<T>())));
        return null;
    }

    /// <summary>A number or a part of it; how people write numbers (spaces, dashes, brackets) does not matter.</summary>
    public string? Number(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        if (digits.Length is > 0 and <= ApiLimits.MaximumNumber)
        {
            return digits;
        }

        Wrong("number", $"is '{Short(value)}'", $"1 to {ApiLimits.MaximumNumber} digits of the number");
        return null;
    }

    /// <summary>Null where it is left out, empty or wrong.</summary>
    public string? Text(string parameter, string? value, int maximum)
    {
        if (value is null || value.Length <= maximum)
        {
            return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        }

        Wrong(parameter, $"has {value.Length} characters", $"at most {maximum} characters");
        return null;
    }

    /// <summary>A moment in ISO 8601 that says how far it is from UTC.</summary>
    public Instant? Moment(string parameter, string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (MomentText.TryParse(value, out var moment))
        {
            return moment;
        }

        Wrong(parameter, $"is '{Short(value)}'", "a moment such as 2026-03-02T14:00:00Z");
        return null;
    }

    public bool? Flag(string parameter, string? value)
    {
        if (value is not (null or "true" or "false"))
        {
            Wrong(parameter, $"is '{Short(value)}'", "true, false");
        }

        return value is null ? null : value == "true";
    }

    public static bool TryId(string value, string prefix, out long id) => long.TryParse(
        value.StartsWith(prefix, StringComparison.Ordinal) ? value.AsSpan(prefix.Length) : value, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    public void Wrong(string parameter, string detail, string? allowed) => _problems.Add(new(null, parameter, detail, allowed));

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
