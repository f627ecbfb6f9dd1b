namespace Rappel.Core.Ivr.Speaking;

internal sealed class FrenchWording : Wording
{
    private const string Vowels = "aeiouyhàâéèêëîïôûAEIOUYHÀÂÉÈÊËÎÏÔÛ";

    protected override string UnknownWait => "quelques minutes";

    protected override string UnderAMinute => "moins d'une minute";

    public override string LanguageName(string language) => language switch
    {
        "en" => "anglais",
        "fr" => "français",
        _ => language,
    };

    /// <summary>"votre attente est de $ExpectedWait" must not be said "de environ 3 minutes".</summary>
    public override (string Before, string Said) Join(string before, string said)
    {
        if (said.Length == 0 || !Vowels.Contains(said[0]))
        {
            return (before, said);
        }

        foreach (var word in (ReadOnlySpan<string>)["de", "que"])
        {
            if (before.Equals(word, StringComparison.OrdinalIgnoreCase)
                || before.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase))
            {
                return (before[..^word.Length].TrimEnd(), before[^word.Length..^1] + "'" + said);
            }
        }

        return (before, said);
    }

    protected override string Minutes(int minutes) =>
        minutes == 1 ? "environ une minute" : $"environ {Feminine(minutes)} minutes";

    protected override string Hours(int hours, int minutes)
    {
        var whole = hours == 1 ? "environ une heure" : $"environ {Feminine(hours)} heures";
        return minutes == 0 ? whole : $"{whole} {Feminine(minutes)}";
    }

    /// <summary>A speech engine reads "21 minutes" with "un"; minutes and hours are feminine.</summary>
    private static string Feminine(int number) => number switch
    {
        21 => "vingt et une",
        31 => "trente et une",
        41 => "quarante et une",
        51 => "cinquante et une",
        _ => $"{number}",
    };
}
