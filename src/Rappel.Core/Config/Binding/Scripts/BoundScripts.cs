using System.Runtime.CompilerServices;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>
/// Scripts are by far the most there is to bind, and an edit changes one of them or none. What was bound of a script is kept as long as its tree
/// is at hand, and taken again where everything it hangs on is the same.
/// </summary>
internal sealed class BoundScripts(ScriptContext context, MapReader root)
{
    private static readonly ConditionalWeakTable<ConfigMap, Bound> Known = [];

    private readonly ScriptSurroundings here = ScriptSurroundings.Of(context, root);

    /// <summary>Surroundings of earlier runs, and whether they are like these: few, and each is asked for every script.</summary>
    private readonly Dictionary<ScriptSurroundings, bool> compared = new(ReferenceEqualityComparer.Instance);

    public ScriptSnapshot Bind(string key, MapReader reader)
    {
        if (!Known.TryGetValue(reader.Node, out var bound) || bound.Script.Key != key || bound.Mark != reader.Mark || !IsHere(bound.Surroundings))
        {
            Known.AddOrUpdate(reader.Node, bound = BindApart(key, reader));
        }

        // Keys that nobody knows were told where it was bound.
        reader.Entries();
        context.Take(bound.Found);
        return bound.Script;
    }

    private Bound BindApart(string key, MapReader reader)
    {
        var apart = context.Apart();
        var own = new MapReader(apart.Scope, reader.Node, reader.Path, reader.Mark);
        var script = ScriptBinder.Bind(apart, key, own);
        own.End();
        return new Bound(script, reader.Mark, here, apart);
    }

    private bool IsHere(ScriptSurroundings other)
    {
        if (!compared.TryGetValue(other, out var same))
        {
            compared[other] = same = here.IsLike(other);
        }

        return same;
    }

    /// <param name="Mark">Of its key.</param>
    /// <param name="Found">What binding it told.</param>
    private sealed record Bound(ScriptSnapshot Script, SourceMark Mark, ScriptSurroundings Surroundings, ScriptContext Found);
}
