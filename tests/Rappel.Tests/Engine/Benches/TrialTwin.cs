using System.Collections.Immutable;
using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Trying;
using Rappel.Core.Numbers;

namespace Rappel.Tests.Engine.Benches;

/// <summary>
/// The same keys at the same moments, once in the engine with a phone and once in a trial: what is said, when, and what came of it, as
/// lines that can be compared. Everything said takes a tenth of a second a letter.
/// </summary>
internal sealed class TrialTwin(string script)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TrialFigures Alone = TrialFigures.Default with { Waiting = 0, AgentsLoggedIn = 2 };

    /// <summary>Ticks at which keys are pressed.</summary>
    public List<(int Tick, char Key)> Keys { get; } = [];

    /// <summary>Tick at which an agent becomes free; null for never.</summary>
    public int? AgentFree { get; init; }

    /// <summary>The clinic of the bench with this script.</summary>
    public (string Old, string New)[] Changes { get; } =
    [
        (BenchConfiguration.Text[BenchConfiguration.Text.IndexOf("    main:", StringComparison.Ordinal)..], script),
        ("  hello:", "  back-to-waiting: { fr: Vous restez en ligne. }\n  hello:"),
    ];

    /// <returns>What came of it, up to where a forward leaves the script.</returns>
    public (List<string> Lines, int Ticks) Try(int ticks)
    {
        var configuration = BenchConfiguration.Read(1, Changes);
        ImmutableArray<TrialInput> inputs = [.. Keys.Select(k => new TrialInput.Key(k.Tick * Tick, k.Key))];
        inputs = AgentFree is { } free ? inputs.Add(new TrialInput.AgentFree(free * Tick)) : inputs;
        while (true)
        {
            var call = new ScriptCall(new PhoneNumber("+15145550177"), "nurse-line", "+15145550100", "fr");
            var result = ScriptTrial.Play(
                configuration, new TrialRequest("line", ScriptEntry.Main, call, Bench.Start.AddSeconds(1), null, Alone, inputs, ticks * Tick), Length);
            var unanswered = result.Events.OfType<TrialEvent.Callback>().FirstOrDefault(c => !inputs.OfType<TrialInput.Exit>().Any(e => e.At == c.At));
            if (unanswered is null)
            {
                var away = result.Events.OfType<TrialEvent.Forward>().FirstOrDefault(f => f.Kind != "inboundQueues");
                var until = away is null ? ticks : (int)(away.At / Tick) - 1;
                return (Told(result, until), until);
            }

            // On the bench the disk answers at once.
            inputs = inputs.Add(new TrialInput.Exit(unanswered.At, "requested"));
        }
    }

    public List<string> Call(int ticks)
    {
        var bench = new Bench(Changes);
        var call = bench.Call("+15145550177");
        var ear = new Ear(call);
        for (var tick = 0; tick <= ticks && !call.IsOver; tick++)
        {
            bench.Pass(tick == 0 ? TimeSpan.Zero : Tick);
            ear.Listen(tick);
            foreach (var (_, key) in Keys.Where(k => k.Tick == tick && !call.IsOver))
            {
                call.Press(key);
                ear.Listen(tick);
            }

            if (AgentFree == tick && !call.IsOver)
            {
                bench.MakeAvailable("1001");
                if (!bench.PhoneOf("1001").IsRinging)
                {
                    bench.SetStatus("1001", Rappel.Core.Acd.AgentStatus.OnBreak);
                    continue;
                }

                bench.PhoneOf("1001").Ringing.Answer();
                return [.. ear.Lines(), .. bench.Disk.Callbacks.Select(c => $"callback {c.Number}"), "connected"];
            }
        }

        return [.. ear.Lines(), .. bench.Disk.Callbacks.Select(c => $"callback {c.Number}"), call.IsOver ? "over" : "on the line"];
    }

    private static SpokenLength Length(AudioSegment segment) =>
        new(segment is AudioSegment.Speech speech ? Letters(speech.Text) * Tick : TimeSpan.Zero, false);

    private static int Letters(string text) => text.Count(c => c != ' ');

    private static List<string> Told(TrialResult result, int until) =>
    [
        .. result.Events.OfType<TrialEvent.Said>().Where(s => s.At <= until * Tick).GroupBy(s => s.At)
            .Select(g => $"{(int)(g.Key / Tick)} {string.Join(' ', g.Last().Segments.OfType<AudioSegment.Speech>().Select(s => s.Text))}"),
        .. result.Events.OfType<TrialEvent.Callback>().Where(c => c.At <= until * Tick).Select(c => $"callback {c.Request.Number.Value}"),
        result.State == TrialState.Connected ? "connected" : result.State == TrialState.Ended ? "over" : "on the line",
    ];

    /// <summary>Hears what the call hears, and lets it end when it has been said.</summary>
    private sealed class Ear(PhoneCall call)
    {
        private readonly SortedDictionary<int, string> heard = [];
        private (int? Token, int Ends) said;

        public IEnumerable<string> Lines() => heard.Select(h => $"{h.Key} {h.Value}");

        public void Listen(int tick)
        {
            Note(tick);
            while (said.Token is not null && said.Token == call.Saying && tick >= said.Ends)
            {
                call.HearOut();
                Note(tick);
            }
        }

        private void Note(int tick)
        {
            if (!call.IsOver && call.Saying is { } token && token != said.Token)
            {
                said = (token, tick + Letters(call.Hears));
                heard[tick] = call.Hears;
            }
        }
    }
}
