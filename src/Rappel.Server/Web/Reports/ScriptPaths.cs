using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Server.Web.Endpoints;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Server.Web.Reports;

/// <summary>The ways callers took through one script, on the tree of its objects as they are now.</summary>
internal sealed class ScriptPaths
{
    private readonly Dictionary<(string Path, string Kind, string Word), RollupSum> _sums;
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);

    private ScriptPaths(IEnumerable<RollupSum> sums) => _sums = sums.ToDictionary(s => (s.Keys[0], s.Keys[1], s.Keys[2]));

    /// <summary>Null where the script had more different steps than <see cref="ReportLimits.MaximumSteps"/>.</summary>
    public static ScriptPathsBody? Of(IReportStore store, ConfigurationSnapshot configuration, string script, ReportSpan span)
    {
        var sums = store.Sum(configuration.Tenant, new RollupQuery(
            RollupTable.Scripts, [new SlotRange(Slot.Of(span.From), Slot.Of(span.To))], ["path", "kind", "word"], [new("script", script)],
            ReportLimits.MaximumSteps + 1));
        if (sums.Count > ReportLimits.MaximumSteps)
        {
            return null;
        }

        var paths = new ScriptPaths(sums);
        var snapshot = configuration.Scripts.GetValueOrDefault(script);
        var main = paths.Part(snapshot?.Main ?? [], "main");
        var inQueue = paths.Part(snapshot?.InQueue ?? [], "inQueue");
        return new ScriptPathsBody(
            script, snapshot?.Name ?? script, span.From.UtcDateTime, span.To.UtcDateTime, span.Zone.Id, main, inQueue, paths.Elsewhere());
    }

    private ScriptPartBody Part(ImmutableArray<ScriptObject> objects, string part)
    {
        var callers = Callers("", "entered", part);
        return new ScriptPartBody(callers, Sequence(objects, callers));
    }

    /// <param name="of">Callers of the part: what shares are of.</param>
    private List<ScriptNodeBody> Sequence(ImmutableArray<ScriptObject> objects, long of) => [.. objects.Select(o => Node(o, of))];

    private ScriptNodeBody Node(ScriptObject item, long of)
    {
        _placed.Add(item.Path);
        var callers = Callers(item.Path, "entered", "");
        var exits = (ScriptExits.Of(item) ?? ImmutableDictionary<string, ImmutableArray<ScriptObject>>.Empty)
            .Select(e => new ScriptExitBody(
                e.Key, Callers(item.Path, "exit", e.Key), Times(item.Path, "exit", e.Key), Share(Callers(item.Path, "exit", e.Key), callers), Sequence(e.Value, of)));
        var others = _sums.Keys.Where(k => k.Path == item.Path && k.Kind == "exit" && ScriptExits.Of(item)?.ContainsKey(k.Word) != true)
            .Select(k => new ScriptExitBody(k.Word, Callers(k), Times(k.Path, k.Kind, k.Word), Share(Callers(k), callers), []));
        var ended = _sums.Keys.Where(k => k.Path == item.Path && k.Kind == "ended")
            .Select(k => new ScriptEndBody(k.Word, Callers(k), Share(Callers(k), callers))).OrderByDescending(e => e.Callers);
        return new ScriptNodeBody(
            item.Path, TryScriptAnswer.TypeOf(item), callers, Times(item.Path, "entered", ""), Share(callers, of),
            [.. exits.Concat(others).OrderByDescending(e => e.Callers).ThenBy(e => e.Exit, StringComparer.Ordinal)], [.. ended],
            item is LoopObject loop ? Sequence(loop.Body, of) : []);
    }

    /// <summary>Objects that callers came to and the script has no longer.</summary>
    private List<ScriptNodeBody> Elsewhere() =>
    [
        .. _sums.Values.Where(s => s.Keys[1] == "entered" && s.Keys[0].Length > 0 && !_placed.Contains(s.Keys[0]))
            .Select(s => new ScriptNodeBody(
                s.Keys[0], null, s.Counters[(int)ScriptCount.Callers], s.Counters[(int)ScriptCount.Times], null, [], [], [])),
    ];

    private long Callers((string Path, string Kind, string Word) key) => Callers(key.Path, key.Kind, key.Word);

    private long Callers(string path, string kind, string word) => Counter(path, kind, word, ScriptCount.Callers);

    private long Times(string path, string kind, string word) => Counter(path, kind, word, ScriptCount.Times);

    private long Counter(string path, string kind, string word, ScriptCount counter) =>
        _sums.TryGetValue((path, kind, word), out var sum) ? sum.Counters[(int)counter] : 0;

    private static double? Share(long part, long whole) => whole == 0 ? null : Math.Round(100d * part / whole, 1);
}
