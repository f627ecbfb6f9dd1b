namespace Rappel.Core.Config.Binding;

/// <summary>Finds keys written twice in one map, in one file or, for sections shared by files, in two.</summary>
internal static class DuplicateKeys
{
    private const int FewKeys = 16;

    public static void Report(ConfigNode node, string path, BindingScope scope)
    {
        // Nearly always there are none, and then no path needs to be made.
        if (!Any(node))
        {
            return;
        }

        if (node is ConfigSequence sequence)
        {
            for (var index = 0; index < sequence.Items.Length; index++)
            {
                Report(sequence.Items[index], $"{path}/{index}", scope);
            }
        }
        else if (node is ConfigMap map)
        {
            var first = new Dictionary<string, SourceMark>(StringComparer.Ordinal);
            foreach (var entry in map.Entries)
            {
                var key = path.Length == 0 ? entry.Key.Text : $"{path}/{entry.Key.Text}";
                if (!first.TryAdd(entry.Key.Text, entry.Key.Mark))
                {
                    var earlier = first[entry.Key.Text];
                    scope.Report(ProblemCode.DuplicateKey, key, entry.Key.Mark,
                        new($"`{MapReader.Shorten(entry.Key.Text)}` is given twice; first at {earlier.File}:{earlier.Line}",
                            $"« {MapReader.Shorten(entry.Key.Text)} » est donné deux fois; d'abord à {earlier.File}:{earlier.Line}"));
                }

                Report(entry.Value, key, scope);
            }
        }
    }

    private static bool Any(ConfigNode node) => node switch
    {
        ConfigSequence sequence => sequence.Items.Any(Any),
        ConfigMap map => HasTwice(map) || map.Entries.Any(e => Any(e.Value)),
        _ => false,
    };

    private static bool HasTwice(ConfigMap map)
    {
        if (map.Entries.Length > FewKeys)
        {
            return map.Entries.Select(e => e.Key.Text).Distinct(StringComparer.Ordinal).Count() < map.Entries.Length;
        }

        for (var index = 1; index < map.Entries.Length; index++)
        {
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (map.Entries[earlier].Key.Text == map.Entries[index].Key.Text)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
