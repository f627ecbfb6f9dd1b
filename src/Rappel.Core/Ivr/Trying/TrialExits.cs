using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;
using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr.Trying;

/// <summary>What a trial knows of the object at a path: its exits, its prompt, and what it asks the outside for.</summary>
internal static class TrialExits
{
    public static ScriptObject? Find(ConfigurationSnapshot configuration, string path) =>
        path.Split('/') is ["scripts", var key, _, ..] && configuration.Scripts.TryGetValue(key, out var script)
            ? ScriptTree.All(script).FirstOrDefault(o => o.Path == path)
            : null;

    public static ImmutableArray<string> Of(ConfigurationSnapshot configuration, string path) =>
        Find(configuration, path) is { } found ? ScriptExits.Possible(found) : [];

    public static bool IsForward(IvrOutput? asked) =>
        asked is IvrOutput.ForwardToNumber or IvrOutput.ForwardToAgent or IvrOutput.ForwardToVoicemail;

    /// <summary>Key of the prompt where the object says one and nothing else.</summary>
    public static string? PromptOf(ConfigurationSnapshot configuration, string path) =>
        (Find(configuration, path) switch
        {
            SayObject say => say.Utterances,
            GetDigitObject question => question.Prompt,
            GetValueObject question => question.Prompt,
            _ => [],
        }) is { IsDefault: false } and [{ Prompt: { } only }] ? only : null;

    public static TrialEvent Told(ConfigurationSnapshot configuration, ScriptCall call, TimeSpan at, string path, IvrOutput wish) => wish switch
    {
        IvrOutput.ForwardToNumber forward => new TrialEvent.Forward(at, path, "number", forward.Number.Value, forward.Trunk),
        IvrOutput.ForwardToAgent forward => new TrialEvent.Forward(at, path, "agents", forward.Agent, null),
        IvrOutput.ForwardToVoicemail forward => new TrialEvent.Forward(at, path, "voicemailQueues", forward.Queue, null),
        IvrOutput.RequestCallback wanted => new TrialEvent.Callback(at, path, wanted, CallerId(configuration, call, wanted.Terms)),
        _ => new TrialEvent.Asked(at, path, wish),
    };

    private static PhoneNumber? CallerId(ConfigurationSnapshot configuration, ScriptCall call, CallbackTerms terms)
    {
        var number = terms.CallerIdChannel is { } key ? configuration.Channels.GetValueOrDefault(key)?.Number : call.ChannelNumber;
        return string.IsNullOrEmpty(number) ? null : new PhoneNumber(number);
    }
}
