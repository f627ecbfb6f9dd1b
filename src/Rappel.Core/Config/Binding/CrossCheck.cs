using System.Collections.Immutable;
using Rappel.Core.Config.Binding.Scripts;

namespace Rappel.Core.Config.Binding;

/// <summary>What can be judged only once everything is read.</summary>
internal static class CrossCheck
{
    public static void Report(
        BindingScope scope, MapReader root, ScriptContext context, ImmutableDictionary<string, ScriptSnapshot> scripts,
        ImmutableDictionary<string, PromptSnapshot> prompts)
    {
        ReportSharedQueueKeys(scope, root);
        ReportMissingEntries(scope, root, NamedKind.Channel, "script", "main", scripts, s => s.Main.IsEmpty);
        ReportMissingEntries(scope, root, NamedKind.InboundQueue, "treatment", "inQueue", scripts, s => s.InQueue.IsEmpty);
        foreach (var entry in Entries(root, NamedKind.Prompt).Where(e => prompts.ContainsKey(e.Key.Text)))
        {
            foreach (var (language, audio) in prompts[entry.Key.Text].ByLanguage.OrderBy(a => a.Key, StringComparer.Ordinal))
            {
                context.UseIn(audio.Text ?? "", $"prompts/{entry.Key.Text}/{language}/text", ValueOf(entry, language)?.Mark ?? entry.Key.Mark);
            }
        }

        ReportMissingContinuations(scope, root, context, scripts);
        context.ReportUnknownVariables();
    }

    // Work is told apart by its queue's key alone, so the three kinds share one set of keys.
    private static void ReportSharedQueueKeys(BindingScope scope, MapReader root)
    {
        var seen = new Dictionary<string, (NamedKind Kind, SourceMark Mark)>(StringComparer.Ordinal);
        foreach (var kind in NamedKinds.Queues)
        {
            foreach (var entry in Entries(root, kind))
            {
                if (!seen.TryAdd(entry.Key.Text, (kind, entry.Key.Mark)) && seen[entry.Key.Text] is var (other, mark) && other != kind)
                {
                    scope.Report(ProblemCode.DuplicateKey, $"{kind.Section()}/{entry.Key.Text}", entry.Key.Mark,
                        new($"`{entry.Key.Text}` is already {other.WithArticle().English}, at {mark.File}:{mark.Line}",
                            $"« {entry.Key.Text} » est déjà {other.WithArticle().French}, à {mark.File}:{mark.Line}"),
                        new("each queue a key of its own, whatever its kind", "une clé propre à chaque file d'attente, quelle que soit sa sorte"));
                }
            }
        }
    }

    private static void ReportMissingEntries(
        BindingScope scope, MapReader root, NamedKind kind, string key, string entryName,
        ImmutableDictionary<string, ScriptSnapshot> scripts, Func<ScriptSnapshot, bool> isEmpty)
    {
        foreach (var entry in Entries(root, kind))
        {
            if (ValueOf(entry, key) is ConfigScalar scalar && scripts.TryGetValue(scalar.Text, out var script) && isEmpty(script))
            {
                ReportMissingEntry(scope, root, $"{kind.Section()}/{entry.Key.Text}/{key}", scalar.Mark, script, entryName);
            }
        }
    }

    private static void ReportMissingContinuations(
        BindingScope scope, MapReader root, ScriptContext context, ImmutableDictionary<string, ScriptSnapshot> scripts)
    {
        foreach (var (key, inQueue, path, mark) in context.Continuations)
        {
            if (scripts.TryGetValue(key, out var script) && (inQueue ? script.InQueue : script.Main).IsEmpty)
            {
                ReportMissingEntry(scope, root, path, mark, script, inQueue ? "inQueue" : "main");
            }
        }
    }

    private static void ReportMissingEntry(
        BindingScope scope, MapReader root, string path, SourceMark mark, ScriptSnapshot script, string entryName)
    {
        // Where objects are written and none of them could be read, that is told of each.
        var written = Entries(root, NamedKind.Script).FirstOrDefault(e => e.Key.Text == script.Key) is { } entry ? ValueOf(entry, entryName) : null;
        if (written is null or ConfigSequence { Items.Length: 0 } or ConfigScalar { IsNull: true })
        {
            scope.Report(ProblemCode.MissingEntry, path, mark,
                new($"the script `{script.Key}` has no `{entryName}`", $"le script « {script.Key} » n'a pas de « {entryName} »"),
                new($"a script with `{entryName}`", $"un script qui a « {entryName} »"));
        }
    }

    private static ImmutableArray<ConfigEntry> Entries(MapReader root, NamedKind kind) =>
        root.Find(kind.Section()) is ConfigMap map ? map.Entries : [];

    private static ConfigNode? ValueOf(ConfigEntry entry, string key) =>
        entry.Value is ConfigMap map ? map.Entries.FirstOrDefault(e => e.Key.Text == key)?.Value : null;
}
