namespace Rappel.Core.Config.Binding.Scripts;

internal static class ScriptBinder
{
    private static readonly Said EntryWords = new("a list of script objects", "une liste d'objets de script");

    public static ScriptSnapshot Bind(ScriptContext context, string key, MapReader reader)
    {
        context.Objects = 0;
        var name = reader.OptionalText("name") ?? key;
        context.InQueue = false;
        var main = SequenceBinder.Bind(context, reader.Find("main"), reader.PathOf("main"));
        context.InQueue = true;
        var inQueue = SequenceBinder.Bind(context, reader.Find("inQueue"), reader.PathOf("inQueue"));
        if (!reader.Has("main") && !reader.Has("inQueue"))
        {
            context.Scope.Report(ProblemCode.Missing, reader.Path, reader.Mark,
                new("the script has neither `main` nor `inQueue`", "le script n'a ni « main » ni « inQueue »"), EntryWords);
        }

        var script = new ScriptSnapshot(key, name, main, inQueue);
        if (context.Objects > ConfigurationLimits.ObjectsPerScript)
        {
            context.Scope.Report(ProblemCode.TooLarge, reader.Path, reader.Mark,
                new($"the script has {context.Objects} objects", $"le script a {context.Objects} objets"),
                new($"at most {ConfigurationLimits.ObjectsPerScript}", $"au plus {ConfigurationLimits.ObjectsPerScript}"));
            return script;
        }

        var entries = new[] { ScriptGraphs.Of(script, inQueue: false), ScriptGraphs.Of(script, inQueue: true) };
        LabelCheck.Report(context.Scope, entries[0], entries[1]);
        foreach (var graph in entries)
        {
            FlowCheck.ReportUnreachable(context.Scope, graph);
            FlowCheck.ReportEndlessCycles(context.Scope, graph);
        }

        return script;
    }
}
