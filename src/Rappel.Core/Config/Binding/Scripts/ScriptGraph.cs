using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>
/// Which object can follow which in one entry of a script. What a sequence that runs out leads to: the nearest loop around it goes
/// round again; without one the script is over.
/// </summary>
internal sealed class ScriptGraph
{
    private const int Over = -1;

    private readonly List<ScriptObject> objects = [];
    private readonly List<List<int>> successors = [];
    private readonly List<int> previous = [];
    private readonly Dictionary<string, int> labels = new(StringComparer.Ordinal);

    public ScriptGraph(ImmutableArray<ScriptObject> entry)
    {
        Add(entry, Over);
        for (var node = 0; node < objects.Count; node++)
        {
            if (objects[node] is GotoObject jump && labels.TryGetValue(jump.Label, out var target))
            {
                successors[node].Add(target);
            }
        }
    }

    public IReadOnlyList<ScriptObject> Objects => objects;

    /// <summary>Indices of the objects that may come right after.</summary>
    public IReadOnlyList<int> SuccessorsOf(int node) => successors[node];

    /// <summary>The object written before it in the same sequence, or -1 for the first.</summary>
    public int Before(int node) => previous[node];

    public bool HasLabel(string name) => labels.ContainsKey(name);

    public IEnumerable<string> Labels => objects.OfType<LabelObject>().Select(l => l.Name);

    /// <summary>Index of the first object of the sequence, or what comes instead where there is none.</summary>
    private int Add(ImmutableArray<ScriptObject> sequence, int whenOver)
    {
        var first = whenOver;
        var last = -1;
        foreach (var item in sequence)
        {
            var node = objects.Count;
            objects.Add(item);
            successors.Add([]);
            previous.Add(last);
            first = last < 0 ? node : first;
            if (last >= 0 && GoesOn(objects[last]))
            {
                successors[last].Add(node);
            }

            last = node;
            AddInner(item, node, whenOver);
        }

        if (last >= 0 && GoesOn(objects[last]))
        {
            Follow(last, whenOver);
        }

        return first;
    }

    private void AddInner(ScriptObject item, int node, int whenOver)
    {
        if (item is LabelObject label)
        {
            labels.TryAdd(label.Name, node);
        }
        else if (item is LoopObject loop)
        {
            Follow(node, Add(loop.Body, node));
        }
        else if (ScriptExits.Of(item) is { } exits)
        {
            var possible = ScriptExits.Possible(item);
            foreach (var (_, sequence) in exits.OrderBy(e => possible.IndexOf(e.Key)))
            {
                Follow(node, Add(sequence, whenOver));
            }

            // An exit that is not given is an empty one. A schedule without treatments never takes its numbered exits.
            var needed = item is ScheduleObject ? [ScriptExits.Open, ScriptExits.Closed] : possible;
            if (needed.Any(name => !exits.ContainsKey(name)))
            {
                Follow(node, whenOver);
            }
        }
    }

    private void Follow(int node, int next)
    {
        if (next != Over)
        {
            successors[node].Add(next);
        }
    }

    /// <summary>Whether the next object of the same sequence comes after it.</summary>
    private static bool GoesOn(ScriptObject item) => item is not (GotoObject or HangUpObject or LoopObject) && ScriptExits.Of(item) is null;
}
