namespace Rappel.Core.Ivr.Speaking;

/// <summary>How one language says what a script reads out.</summary>
public abstract class Wording
{
    private static readonly Wording English = new EnglishWording();
    private static readonly Wording French = new FrenchWording();

    /// <summary>English where a language has no wording of its own.</summary>
    public static Wording For(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;

    /// <summary>A wait, in minutes. Below a minute, above an hour and unknown have their own words.</summary>
    public string Wait(TimeSpan? wait)
    {
        if (wait is not { } known)
        {
            return UnknownWait;
        }

        if (known < TimeSpan.FromMinutes(1))
        {
            return UnderAMinute;
        }

        // Half a minute more rounds up: a wait told too short is a promise broken.
        var minutes = (long)Math.Floor(Math.Min(known.TotalMinutes, MaximumMinutes) + 0.5);
        if (minutes < 60)
        {
            return Minutes((int)minutes);
        }

        // Beyond an hour nobody believes single minutes.
        minutes = (minutes + 2) / 5 * 5;
        return Hours((int)(minutes / 60), (int)(minutes % 60));
    }

    /// <summary>The name of a language, said in this one.</summary>
    public abstract string LanguageName(string language);

    /// <summary>Joins what is said before a variable to what is said for it; French elides.</summary>
    public virtual (string Before, string Said) Join(string before, string said) => (before, said);

    protected abstract string UnknownWait { get; }

    protected abstract string UnderAMinute { get; }

    protected abstract string Minutes(int minutes);

    protected abstract string Hours(int hours, int minutes);

    /// <summary>Waits are not told longer than a day.</summary>
    private const double MaximumMinutes = 24 * 60;
}
