namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Labels are unique in a script, and every goto finds its label in its own entry.</summary>
internal static class LabelCheck
{
    public static void Report(BindingScope scope, ScriptGraph main, ScriptGraph inQueue)
    {
        var seen = new Dictionary<string, SourceMark>(StringComparer.Ordinal);
        foreach (var label in main.Objects.Concat(inQueue.Objects).OfType<LabelObject>().Where(l => l.Name.Length > 0))
        {
            var mark = scope.MarkOf(label.Path);
            if (!seen.TryAdd(label.Name, mark))
            {
                scope.Report(ProblemCode.DuplicateLabel, label.Path, mark,
                    new($"the label `{label.Name}` is already at {seen[label.Name].File}:{seen[label.Name].Line}",
                        $"l'étiquette « {label.Name} » est déjà à {seen[label.Name].File}:{seen[label.Name].Line}"),
                    new("each label once in a script", "chaque étiquette une seule fois par script"));
            }
        }

        ReportGotos(scope, main, inQueue, "inQueue");
        ReportGotos(scope, inQueue, main, "main");
    }

    private static void ReportGotos(BindingScope scope, ScriptGraph here, ScriptGraph elsewhere, string elsewhereName)
    {
        var labels = here.Labels.ToArray();
        var allowed = labels.Length == 0 ? new Said("a label, and none is defined here", "une étiquette, et il n'y en a pas ici")
            : new Said("labels here: ", "étiquettes d'ici\u00a0: ") + Said.Listed(labels);
        foreach (var jump in here.Objects.OfType<GotoObject>().Where(g => g.Label.Length > 0 && !here.HasLabel(g.Label)))
        {
            var message = elsewhere.HasLabel(jump.Label)
                ? new Said($"the label `{jump.Label}` is in `{elsewhereName}`, and a goto cannot leave its entry",
                    $"l'étiquette « {jump.Label} » est dans « {elsewhereName} », et un saut ne peut quitter son entrée")
                : new Said($"there is no label `{MapReader.Shorten(jump.Label)}`", $"il n'y a pas d'étiquette « {MapReader.Shorten(jump.Label)} »")
                  + NearestWord.Hint(jump.Label, labels);
            scope.Report(ProblemCode.UnknownLabel, jump.Path, scope.MarkOf(jump.Path), message, allowed);
        }
    }
}
