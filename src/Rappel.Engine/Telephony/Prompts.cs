using Rappel.Core.Config;
using Rappel.Core.Ivr;

namespace Rappel.Engine.Telephony;

/// <summary>Finds what a prompt sounds like in a language.</summary>
internal static class Prompts
{
    /// <summary>The prompt in this language, else in the tenant's default one; null where no prompt is named.</summary>
    public static AudioSegment? Find(ConfigurationSnapshot configuration, string? key, string language)
    {
        if (key is null || !configuration.Prompts.TryGetValue(key, out var prompt))
        {
            return null;
        }

        var spoken = prompt.ByLanguage.ContainsKey(language) ? language : configuration.DefaultLanguage;
        return prompt.ByLanguage.GetValueOrDefault(spoken) switch
        {
            { File: { } file } => new AudioSegment.Recording(file),
            { Text: { } text } => new AudioSegment.Speech(text, spoken),
            _ => null,
        };
    }
}
