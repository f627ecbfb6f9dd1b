using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Trying;
using Rappel.Core.Numbers;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What somebody wants to try a script with, as far as it can be read without the configuration.</summary>
/// <param name="Caller">Null for one who withholds the number.</param>
/// <param name="Queue">Key of the queue it waits in; null for the one that runs this script.</param>
internal sealed record TryScriptReading(
    string? Script, JsonNode? Value, ScriptEntry Entry, string? Channel, PhoneNumber? Caller, string? Language, Instant At, string? Queue,
    TrialFigures Figures, ImmutableArray<TrialInput> Inputs, TimeSpan Until)
{
    private const string Keys = "0123456789*#ABCD";
    private const int MostCalls = 100_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(72);

    /// <summary>Null where the reader has problems.</summary>
    public static TryScriptReading? Read(FieldReader fields, Instant now)
    {
        var script = fields.Text("script", ApiLimits.MaximumKey);
        var value = fields.Json("value");
        if (script is null && value is null)
        {
            fields.Wrong("script", "is required", "the key of a script, or its content as `value`");
        }

        var queue = fields.Inner("queue");
        var figures = ReadFigures(queue, TrialFigures.Default);
        var key = queue?.Text("key", ApiLimits.MaximumKey);
        queue?.RefuseUnknown();
        var reading = new TryScriptReading(
            script, value, ReadEntry(fields), fields.Text("channel", ApiLimits.MaximumKey), ReadCaller(fields), ReadLanguage(fields), fields.Moment("at") ?? now, key,
            figures, ReadInputs(fields, figures), fields.Time("until", TrialLimits.Length, required: true));
        fields.RefuseUnknown();
        return fields.Problems.Count > 0 ? null : reading;
    }

    private static ScriptEntry ReadEntry(FieldReader fields)
    {
        switch (fields.Text("entry", ApiLimits.MaximumKey))
        {
            case null or "main":
                return ScriptEntry.Main;
            case "inQueue":
                return ScriptEntry.InQueue;
            case var other:
                fields.Wrong("entry", $"is '{other}'", "main, inQueue");
                return ScriptEntry.Main;
        }
    }

    private static PhoneNumber? ReadCaller(FieldReader fields)
    {
        var withheld = fields.Flag("withheld", false);
        if (fields.Text("caller", ApiLimits.MaximumNumber) is not { } caller)
        {
            return null;
        }

        if (!NumberForm.TryNormalise(caller, out var number) || !(NumberForm.IsE164(number) || NumberForm.IsExtension(number)))
        {
            fields.Wrong("caller", $"is '{caller}'", $"{NumberForm.E164Words.English}; leave it out for a withheld one");
            return null;
        }

        return withheld ? null : new PhoneNumber(number);
    }

    public static string? ReadLanguage(FieldReader fields, bool required = false)
    {
        var language = fields.Text("language", ApiLimits.MaximumKey, required);
        if (language is not null && !ConfigurationLimits.Languages.Contains(language))
        {
            fields.Wrong("language", $"is '{language}'", string.Join(", ", ConfigurationLimits.Languages));
        }

        return language;
    }

    private static TrialFigures ReadFigures(FieldReader? queue, TrialFigures otherwise) => queue is null ? otherwise : new TrialFigures(
        queue.Whole("position", 0, MostCalls, otherwise.Position),
        !queue.Names("expectedWaitSeconds") ? otherwise.ExpectedWait
            : queue.Has("expectedWaitSeconds") ? queue.Time("expectedWaitSeconds", LongestWait) : null,
        queue.Whole("waiting", 0, MostCalls, otherwise.Waiting),
        queue.Whole("agentsLoggedIn", 0, MostCalls, otherwise.AgentsLoggedIn),
        queue.Whole("agentsFree", 0, MostCalls, otherwise.AgentsFree),
        queue.Flag("callbackPending", otherwise.CallbackPending),
        queue.Whole("callbackPosition", 0, MostCalls, otherwise.CallbackPosition),
        queue.Flag("callbackCapReached", otherwise.CallbackCapReached));

    /// <summary>Figures that are not told stay as they were told last.</summary>
    private static ImmutableArray<TrialInput> ReadInputs(FieldReader fields, TrialFigures figures)
    {
        var inputs = ImmutableArray.CreateBuilder<TrialInput>();
        foreach (var item in fields.Items("inputs", TrialLimits.Inputs))
        {
            var at = item.Time("at", TrialLimits.Length, required: true);
            var key = item.Text("key", 1);
            var exit = item.Text("exit", ApiLimits.MaximumKey);
            var variables = item.Pairs("variables");
            var queue = item.Inner("queue");
            var free = item.Flag("agentFree", false);
            item.RefuseUnknown();
            if (new[] { key is not null, exit is not null, queue is not null, free }.Count(given => given) != 1)
            {
                item.Wrong("", "is not one thing that happens", "`at` with one of `key`, `exit`, `queue`, `agentFree: true`");
                continue;
            }

            if (key is not null && !Keys.Contains(key[0], StringComparison.Ordinal))
            {
                item.Wrong("key", $"is '{key}'", "0 to 9, *, #, A to D");
            }

            figures = ReadFigures(queue, figures);
            queue?.RefuseUnknown();
            inputs.Add(key is not null ? new TrialInput.Key(at, key[0])
                : exit is not null ? new TrialInput.Exit(at, exit) { Variables = variables }
                : queue is not null ? new TrialInput.Figures(at, figures)
                : new TrialInput.AgentFree(at));
        }

        return inputs.ToImmutable();
    }
}
