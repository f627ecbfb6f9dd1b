using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>
/// In which languages callers can get to each object: from the enabled channels, through Set language, queues' treatments and scripts
/// gone on in. Sets of languages are bits, in the order of <see cref="ConfigurationLimits.Languages"/>.
/// </summary>
internal sealed class LanguageFlow
{
    private readonly ImmutableDictionary<string, ScriptSnapshot> scripts;
    private readonly ImmutableDictionary<string, InboundQueueSnapshot> queues;
    private readonly Dictionary<(string Script, bool InQueue), Entry> entries = [];
    private bool changed;

    public LanguageFlow(
        ImmutableDictionary<string, ChannelSnapshot> channels, ImmutableDictionary<string, ScriptSnapshot> scripts,
        ImmutableDictionary<string, InboundQueueSnapshot> queues)
    {
        this.scripts = scripts;
        this.queues = queues;
        foreach (var channel in channels.Values.Where(c => c.Enabled))
        {
            Reach(channel.Script, false, Bit(channel.Language));
        }

        // Languages are only ever added, so it comes to rest.
        do
        {
            changed = false;
            foreach (var (place, entry) in entries.ToArray())
            {
                Flow(entry, place.InQueue);
            }
        }
        while (changed);
    }

    /// <summary>Every object callers can get to, in scripts' order, with the languages.</summary>
    public IEnumerable<(ScriptObject Item, int Languages)> Reached =>
        entries.OrderBy(e => e.Key.Script, StringComparer.Ordinal).ThenBy(e => e.Key.InQueue)
            .SelectMany(e => e.Value.Graph.Objects.Select((item, node) => (item, e.Value.Languages[node])).Where(o => o.Item2 != 0));

    public static int Bit(string language) => 1 << Math.Max(0, ConfigurationLimits.Languages.IndexOf(language));

    private void Reach(string script, bool inQueue, int languages)
    {
        if (!entries.TryGetValue((script, inQueue), out var entry))
        {
            if (!scripts.TryGetValue(script, out var found))
            {
                return;
            }

            entries[(script, inQueue)] = entry = new Entry(ScriptGraphs.Of(found, inQueue));
        }

        changed |= entry.Languages.Length > 0 && entry.Add(0, languages);
    }

    private void Flow(Entry entry, bool inQueue)
    {
        var open = new Stack<int>(Enumerable.Range(0, entry.Languages.Length).Where(node => entry.Languages[node] != 0));
        while (open.TryPop(out var node))
        {
            var after = After(entry.Graph.Objects[node], entry.Languages[node], inQueue);
            foreach (var next in entry.Graph.SuccessorsOf(node).Where(next => entry.Add(next, after)))
            {
                changed = true;
                open.Push(next);
            }
        }
    }

    private int After(ScriptObject item, int before, bool inQueue)
    {
        switch (item)
        {
            case SetLanguageObject set:
                return Bit(set.Language);
            case ForwardToScriptObject forward:
                Reach(forward.Script, inQueue, before);
                return before;
            case ForwardToQueueObject forward when queues.TryGetValue(forward.Queue, out var queue) && queue.Treatment is { } treatment:
                Reach(treatment, true, before);

                // What the treatment set is still set where the caller comes back.
                return before | (entries.TryGetValue((treatment, true), out var waiting) ? waiting.Languages.Aggregate(0, (all, one) => all | one) : 0);
            default:
                return before;
        }
    }

    private sealed class Entry(ScriptGraph graph)
    {
        public ScriptGraph Graph { get; } = graph;

        public int[] Languages { get; } = new int[graph.Objects.Count];

        /// <summary>True where any of them is new.</summary>
        public bool Add(int node, int languages)
        {
            var before = Languages[node];
            Languages[node] |= languages;
            return Languages[node] != before;
        }
    }
}
