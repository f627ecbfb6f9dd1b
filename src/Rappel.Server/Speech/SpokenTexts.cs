using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;
using Rappel.Core.Ivr.Speaking;

namespace Rappel.Server.Speech;

/// <summary>What a configuration can say, as far as it does not depend on who calls.</summary>
public static class SpokenTexts
{
    /// <summary>Each text once, in a stable order, with its language; the tenant's default language first.</summary>
    public static IEnumerable<(string Text, string Language)> Of(ConfigurationSnapshot configuration)
    {
        var scripts = configuration.Scripts.OrderBy(s => s.Key, StringComparer.Ordinal)
            .SelectMany(s => ScriptTree.All(s.Value)).SelectMany(Utterances)
            .SelectMany(u => u.Text ?? []);
        var prompts = configuration.Prompts.OrderBy(p => p.Key, StringComparer.Ordinal)
            .SelectMany(p => p.Value.ByLanguage).Where(p => p.Value.Text is not null)
            .Select(p => KeyValuePair.Create(p.Key, p.Value.Text!));
        return scripts.Concat(prompts)
            .OrderBy(t => t.Key != configuration.DefaultLanguage).ThenBy(t => t.Key, StringComparer.Ordinal)
            .SelectMany(t => SpokenTemplate.Stock(t.Value, t.Key).Select(piece => (piece, t.Key)))
            .Distinct();
    }

    private static IEnumerable<Utterance> Utterances(ScriptObject of) => of switch
    {
        SayObject { Utterances.IsDefault: false } say => say.Utterances,
        GetDigitObject { Prompt.IsDefault: false } question => question.Prompt,
        GetValueObject { Prompt.IsDefault: false } question => question.Prompt,
        _ => [],
    };
}
