namespace Rappel.Core.Config;

/// <summary>What objects are called where others refer to them.</summary>
public static class ConfigurationKey
{
    public static readonly Said Allowed = new($"letters, digits and dashes, at most {ConfigurationLimits.KeyLength}",
        $"lettres, chiffres et tirets, {ConfigurationLimits.KeyLength} au plus");

    public static bool IsKey(string text) =>
        text.Length is > 0 and <= ConfigurationLimits.KeyLength && text[0] != '-' && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
