namespace Rappel.Core.Ivr.Speaking;

internal sealed class EnglishWording : Wording
{
    protected override string UnknownWait => "a few minutes";

    protected override string UnderAMinute => "less than a minute";

    public override string LanguageName(string language) => language switch
    {
        "en" => "English",
        "fr" => "French",
        _ => language,
    };

    protected override string Minutes(int minutes) => minutes == 1 ? "about 1 minute" : $"about {minutes} minutes";

    protected override string Hours(int hours, int minutes)
    {
        var whole = hours == 1 ? "about 1 hour" : $"about {hours} hours";
        return minutes == 0 ? whole : $"{whole} {minutes} minutes";
    }
}
