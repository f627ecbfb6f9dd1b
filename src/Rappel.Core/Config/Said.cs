namespace Rappel.Core.Config;

/// <summary>
/// One sentence, or part of one, in every language we speak. Both are written where the thing is found, so that neither can be
/// forgotten. What people typed stands in backquotes in English and in guillemets in French.
/// </summary>
public sealed record Said(string English, string French)
{
    public static readonly Said Nothing = new("", "");

    /// <summary>Guillemets hold on to what they quote (with no-break spaces, which could not be seen in the source).</summary>
    public string French { get; } =
        French.Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal);

    public bool IsEmpty => English.Length == 0;

    /// <summary>Words that are the same in all languages: keys, choices, codes.</summary>
    public static Said Same(string words) => new(words, words);

    /// <summary>Words that are the same in all languages, in a list.</summary>
    public static Said Listed(IEnumerable<string> words) => Same(string.Join(", ", words));

    /// <summary>In the language; in English where it is none of ours.</summary>
    public string In(string language) => language == "fr" ? French : English;

    public static Said operator +(Said left, Said right) => new(left.English + right.English, left.French + right.French);

    public override string ToString() => English;
}
