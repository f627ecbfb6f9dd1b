using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;
using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr.Trying;

/// <summary>What a prompt or a text sounds like with given variables, outside of any call.</summary>
public static class SpokenSample
{
    /// <summary>What stands for a variable that is not given: a text with one is to be heard as callers will hear it.</summary>
    private static readonly ImmutableDictionary<string, string> Samples = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase,
    [
        KeyValuePair.Create(RunVariables.CallerPhoneNumber, "+15145550123"),
        KeyValuePair.Create(RunVariables.QueuePosition, "3"),
        KeyValuePair.Create(RunVariables.ExpectedWait, "240"),
        KeyValuePair.Create(RunVariables.CallbackPosition, "2"),
        KeyValuePair.Create(RunVariables.Channel, "+15145550100"),
        KeyValuePair.Create("customer.accountNumber", "123456"),
        KeyValuePair.Create("case.number", "7890"),
    ]);

    /// <param name="variables">By name without the dollar sign; seconds for <c>ExpectedWait</c>.</param>
    /// <returns>Empty where there is nothing to say in the language, or in the default one.</returns>
    public static ImmutableArray<AudioSegment> Compose(
        ConfigurationSnapshot configuration, ImmutableArray<Utterance> utterances, string language, IReadOnlyDictionary<string, string> variables)
    {
        var given = Samples.SetItems(variables);
        var caller = new PhoneNumber(given[RunVariables.CallerPhoneNumber]);
        var call = new ScriptCall(caller, "", given[RunVariables.Channel], language);
        if (given.TryGetValue(RunVariables.CustomerPhoneNumber, out var typed) || given.TryGetValue(RunVariables.CallbackPhoneNumber, out typed))
        {
            call.CallbackNumber = new PhoneNumber(typed);
        }

        foreach (var (name, value) in given.Where(v => RunVariables.SystemName(v.Key) is null && v.Key != RunVariables.CustomerPhoneNumber))
        {
            call.Variables[name] = value;
        }

        var figures = TrialFigures.Default with
        {
            Position = Whole(given[RunVariables.QueuePosition]) ?? 1,
            ExpectedWait = Whole(given[RunVariables.ExpectedWait]) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            CallbackPosition = Whole(given[RunVariables.CallbackPosition]) ?? 0,
        };
        var environment = new TrialEnvironment(configuration, call, figures) { WaitsSince = default(Instant) };
        return Utterances.Compose(new ScriptStage(configuration, call, environment, ScriptEntry.InQueue), utterances, language);
    }

    private static int? Whole(string text) => int.TryParse(text, out var number) ? number : null;
}
