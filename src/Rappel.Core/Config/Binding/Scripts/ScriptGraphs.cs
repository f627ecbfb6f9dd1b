using System.Runtime.CompilerServices;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>The graphs of scripts, made once for each as long as it is at hand.</summary>
internal static class ScriptGraphs
{
    private static readonly ConditionalWeakTable<ScriptSnapshot, Both> Known = [];

    /// <param name="inQueue">Of what runs while the caller waits, else of the main part.</param>
    public static ScriptGraph Of(ScriptSnapshot script, bool inQueue)
    {
        var both = Known.GetValue(script, made => new Both(new ScriptGraph(made.Main), new ScriptGraph(made.InQueue)));
        return inQueue ? both.InQueue : both.Main;
    }

    private sealed record Both(ScriptGraph Main, ScriptGraph InQueue);
}
