namespace Rappel.Acceptance.Browser;

/// <summary>How somebody looks at the pages.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Language"><c>en</c> or <c>fr</c>: what the browser asks for.</param>
internal sealed record Look(int Width, int Height, string Language, bool Dark)
{
    public static readonly Look Desk = new(1280, 900, "en", false);
    public static readonly Look Phone = new(390, 844, "en", false);

    public Look In(string language) => this with { Language = language };

    public Look InTheDark => this with { Dark = true };

    public override string ToString() => $"{Width}-{Language}-{(Dark ? "dark" : "light")}";
}
