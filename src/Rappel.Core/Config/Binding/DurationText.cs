using System.Globalization;

namespace Rappel.Core.Config.Binding;

/// <summary>
/// How a length of time is written: whole numbers with a unit, larger units first (<c>40 s</c>, <c>5 min</c>, <c>4 h</c>,
/// <c>1 h 30 min</c>). A bare number is refused on purpose: nobody should have to guess its unit.
/// </summary>
public static class DurationText
{
    /// <summary>The grammar, as told to people.</summary>
    public static readonly Said Grammar = new("a whole number with s, min or h, such as 40 s, 5 min, 4 h or 1 h 30 min",
        "un nombre entier suivi de s, min ou h, tel 40 s, 5 min, 4 h ou 1 h 30 min");

    // Seven digits of hours are a thousand years: no sum of three overflows.
    private const int MostDigits = 7;

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var position = 0;
        var smallestYet = TimeSpan.MaxValue;
        while (true)
        {
            SkipSpaces(text, ref position);
            if (position == text.Length)
            {
                return smallestYet != TimeSpan.MaxValue;
            }

            if (!TryNumber(text, ref position, out var number))
            {
                return false;
            }

            SkipSpaces(text, ref position);
            if (!TryUnit(text, ref position, out var unit) || unit >= smallestYet)
            {
                return false;
            }

            smallestYet = unit;
            duration += number * unit;
        }
    }

    /// <summary>The shortest way to write it: <c>90 min</c>, <c>72 h</c>, <c>39 s</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        // Under three hours minutes read better, and under three minutes seconds do (`90 min`, `120 s`).
        if (seconds >= 3 * 3600 && seconds % 3600 == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h");
        }

        return seconds >= 180 && seconds % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds} s");
    }

    private static void SkipSpaces(string text, ref int position)
    {
        while (position < text.Length && (text[position] == ' ' || text[position] == '\u00a0'))
        {
            position++;
        }
    }

    private static bool TryNumber(string text, ref int position, out int number)
    {
        var start = position;
        number = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]) && position - start < MostDigits)
        {
            number = number * 10 + (text[position] - '0');
            position++;
        }

        return position > start;
    }

    private static bool TryUnit(string text, ref int position, out TimeSpan unit)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiLetter(text[position]))
        {
            position++;
        }

        unit = text[start..position] switch
        {
            "s" => TimeSpan.FromSeconds(1),
            "min" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            _ => TimeSpan.Zero,
        };
        return unit > TimeSpan.Zero;
    }
}
