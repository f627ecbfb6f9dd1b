namespace Rappel.Core.Config.Binding;

/// <summary>Finds keys written twice in one map, in one file or, for sections shared by files, in two.</summary>
internal static class DuplicateKeys
{
    public static void Report(ConfigNode node, string path, BindingScope scope)
    {
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
}
