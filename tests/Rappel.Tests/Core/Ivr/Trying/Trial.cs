using System.Collections.Immutable;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Trying;
using Rappel.Core.Numbers;
using Rappel.Server.Configuration;
using Rappel.Tests.Server.Configuration;

namespace Rappel.Tests.Core.Ivr.Trying;

/// <summary>A trial put together piece by piece.</summary>
internal sealed record Trial(ConfigurationSnapshot Configuration, string Script)
{
    public static readonly Instant MondayMorning = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public ScriptEntry Entry { get; init; } = ScriptEntry.InQueue;

    public string? Caller { get; init; } = "+15145550177";

    public string Language { get; init; } = "fr";

    public Instant At { get; init; } = MondayMorning;

    public string? Queue { get; init; } = "nurses";

    public TrialFigures Figures { get; init; } = TrialFigures.Default with { Position = 3, Waiting = 3 };

    public ImmutableArray<TrialInput> Inputs { get; init; } = [];

    /// <summary>How long every piece of speech takes.</summary>
    public TimeSpan Spoken { get; init; } = TimeSpan.FromSeconds(1);

    public static Trial OfNurseLine() => new(ExampleFolder.AcmeHealthSnapshot(), "nurse-line");

    /// <summary>A small centre with this script, as YAML under its key <c>line</c>.</summary>
    public static Trial Of(string script, string more = "", string others = "")
    {
        var text = $"""
            tenant: {"{ name: Clinic, language: en }"}
            inboundQueues:
              nurses: {"{ priority: 5, members: [], wrapUp: 5 s, maximumCalls: 9, maximumWait: 10 min, treatment: line }"}
            {more}
            scripts:
              line:
            {string.Join('\n', script.Split('\n').Select(line => "    " + line))}
            {others}
            """;
        var result = ConfigurationReader.FromFiles(
            new Dictionary<string, string> { ["centre.yaml"] = text }, TenantId.Default, 1, new Dictionary<string, string>());
        Assert.True(result.Snapshot is not null, string.Join('\n', result.Problems));
        return new Trial(result.Snapshot, "line") { Language = "en" };
    }

    public Trial Press(double at, string keys) =>
        this with { Inputs = Inputs.AddRange(keys.Select(k => new TrialInput.Key(TimeSpan.FromSeconds(at), k))) };

    public Trial Exit(double at, string name) => this with { Inputs = Inputs.Add(new TrialInput.Exit(TimeSpan.FromSeconds(at), name)) };

    public Trial AgentFree(double at) => this with { Inputs = Inputs.Add(new TrialInput.AgentFree(TimeSpan.FromSeconds(at))) };

    public Trial Tell(double at, TrialFigures figures) => this with { Inputs = Inputs.Add(new TrialInput.Figures(TimeSpan.FromSeconds(at), figures)) };

    public TrialResult Until(double seconds) => ScriptTrial.Play(
        Configuration,
        new TrialRequest(
            Script, Entry, new ScriptCall(Caller is null ? null : new PhoneNumber(Caller), "main", "+15145550100", Language), At, Queue, Figures, Inputs,
            TimeSpan.FromSeconds(seconds)),
        _ => new SpokenLength(Spoken, false));

    /// <summary>What is said, piece by piece.</summary>
    public static string Text(TrialEvent.Said said) => string.Join(' ', said.Segments.Select(s => s is AudioSegment.Speech speech ? speech.Text : s.ToString()));

    public static IReadOnlyList<string> Heard(TrialResult result) => [.. result.Events.OfType<TrialEvent.Said>().Select(Text)];
}
