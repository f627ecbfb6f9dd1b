using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Speaking;

namespace Rappel.Core.Ivr.Running;

/// <summary>From what a script says to what a caller hears.</summary>
internal static class Utterances
{
    public static ImmutableArray<AudioSegment> Compose(ScriptStage stage, ImmutableArray<Utterance> utterances, string language)
    {
        var segments = ImmutableArray.CreateBuilder<AudioSegment>();
        foreach (var utterance in utterances.IsDefault ? [] : utterances)
        {
            if (Choose(stage, utterance, language) is not var (audio, spoken))
            {
                stage.Problem($"nothing to say in {language}");
            }
            else if (audio.File is { } file)
            {
                segments.Add(new AudioSegment.Recording(file));
            }
            else
            {
                var pieces = SpokenTemplate.Compose(audio.Text ?? "", spoken, name => Said(stage, name, spoken));
                segments.AddRange(pieces.Select(p => new AudioSegment.Speech(p, spoken)));
            }
        }

        return segments.ToImmutable();
    }

    /// <summary>In this language, or the tenant's default one; then the voice is that one's too.</summary>
    private static (PromptAudio Audio, string Language)? Choose(ScriptStage stage, Utterance utterance, string language)
    {
        foreach (var candidate in (ReadOnlySpan<string>)[language, stage.Configuration.DefaultLanguage])
        {
            if (utterance.Prompt is { } key)
            {
                if (stage.Configuration.Prompts.TryGetValue(key, out var prompt)
                    && prompt.ByLanguage.TryGetValue(candidate, out var audio))
                {
                    return (audio, candidate);
                }
            }
            else if (utterance.Text is { } texts && texts.TryGetValue(candidate, out var text))
            {
                return (new PromptAudio(text, null), candidate);
            }
        }

        return null;
    }

    private static ImmutableArray<string> Said(ScriptStage stage, string name, string language)
    {
        if (stage.Variables.Said(name, language) is { } said)
        {
            return said;
        }

        stage.UnknownVariable(name);
        return [];
    }
}
