using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Core.Ivr.Running;

/// <summary>Where a run stands in its tree: a sequence, a place in it, and the loops around it.</summary>
internal sealed class ScriptCursor(ImmutableArray<ScriptObject> entry)
{
    private readonly record struct Place(
        ImmutableArray<ScriptObject> Sequence, int Index, ImmutableStack<LoopObject> Loops);

    private Place place = new(entry, 0, ImmutableStack<LoopObject>.Empty);
    private Dictionary<string, Place>? labels;

    /// <summary>The next object of the sequence; where it has run out, the nearest loop around it; null where there is none.</summary>
    public ScriptObject? Next()
    {
        if (place.Index >= place.Sequence.Length)
        {
            return RunOut();
        }

        var next = place.Sequence[place.Index];
        place = place with { Index = place.Index + 1 };
        return next;
    }

    /// <summary>Leaves all loops: from now on what runs out has run out.</summary>
    public void LeaveLoops() => place = place with { Loops = ImmutableStack<LoopObject>.Empty };

    public ScriptObject? TakeExit(ScriptObject from, string name)
    {
        var sequence = ScriptTree.Exits(from) is { } exits && exits.TryGetValue(name, out var found) ? found : [];
        place = place with { Sequence = sequence, Index = 0 };
        return Next();
    }

    public void EnterLoop(LoopObject loop) => place = new Place(loop.Body, 0, place.Loops.Push(loop));

    /// <summary>Stands on the label after this. False where the entry has no such label.</summary>
    public bool TryJump(string label)
    {
        if (labels is null)
        {
            labels = new Dictionary<string, Place>(StringComparer.Ordinal);
            Collect(entry, ImmutableStack<LoopObject>.Empty);
        }

        if (!labels.TryGetValue(label, out var found))
        {
            return false;
        }

        place = found;
        return true;
    }

    public ScriptObject? RunOut()
    {
        if (place.Loops.IsEmpty)
        {
            return null;
        }

        var loops = place.Loops.Pop(out var loop);
        place = new Place([], 0, loops);
        return loop;
    }

    private void Collect(ImmutableArray<ScriptObject> sequence, ImmutableStack<LoopObject> loops)
    {
        for (var i = 0; i < sequence.Length; i++)
        {
            var found = sequence[i];
            if (found is LabelObject label)
            {
                labels!.TryAdd(label.Name, new Place(sequence, i, loops));
            }

            if (found is LoopObject loop)
            {
                Collect(loop.Body, loops.Push(loop));
            }

            foreach (var exit in ScriptTree.Exits(found)?.Values ?? [])
            {
                Collect(exit, loops);
            }
        }
    }
}
