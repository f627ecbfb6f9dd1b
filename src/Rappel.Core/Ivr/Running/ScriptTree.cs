using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Core.Ivr.Running;

/// <summary>The shape of a script, whatever its objects mean.</summary>
public static class ScriptTree
{
    /// <summary>The exits of an object; null for one that has only <c>next</c>, and for a loop.</summary>
    public static ImmutableDictionary<string, ImmutableArray<ScriptObject>>? Exits(ScriptObject of) => ScriptExits.Of(of);

    /// <summary>Every object of a script, parents before children.</summary>
    public static IEnumerable<ScriptObject> All(ScriptSnapshot script) => All(script.Main).Concat(All(script.InQueue));

    private static IEnumerable<ScriptObject> All(ImmutableArray<ScriptObject> sequence)
    {
        foreach (var found in sequence)
        {
            yield return found;
            var children = found is LoopObject loop
                ? [loop.Body]
                : (Exits(found) ?? []).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Value);
            foreach (var child in children.SelectMany(All))
            {
                yield return child;
            }
        }
    }
}
