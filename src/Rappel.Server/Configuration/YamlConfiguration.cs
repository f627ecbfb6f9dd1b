using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Server.Configuration.Drafts;

namespace Rappel.Server.Configuration;

/// <summary>What was read of a folder: one map of sections, whatever file they stand in.</summary>
/// <param name="Problems">In file and line order.</param>
public sealed record YamlReading(ConfigMap Root, ImmutableArray<ConfigurationProblem> Problems);

/// <summary>Reads the YAML files of a configuration into one tree. Opens no file itself.</summary>
public static class YamlConfiguration
{
    /// <param name="files">Text by path, relative to the folder, with slashes.</param>
    public static YamlReading Read(IReadOnlyDictionary<string, string> files)
    {
        var problems = new List<ConfigurationProblem>();
        var sections = new List<(ConfigScalar Key, List<ConfigNode> Values)>();
        var total = 0L;
        foreach (var (path, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            total += text.Length;
            if (total > YamlLimits.TotalCharacters)
            {
                problems.Add(new ConfigurationProblem(ProblemCode.TooLarge, "", new SourceMark(path, 1, 1),
                    new("the files together are too large", "les fichiers sont trop grands ensemble"),
                    new($"at most {YamlLimits.TotalCharacters} characters", $"au plus {YamlLimits.TotalCharacters} caractères")));
                break;
            }

            var file = DraftFile.Of(path, text);
            problems.AddRange(file.Problems);
            AddFile(path, file.Root, sections, problems);
        }

        var entries = sections.Select(s => new ConfigEntry(s.Key, Merge(s.Values, s.Key.Text, problems)));
        var root = new ConfigMap(new SourceMark(files.Keys.Order(StringComparer.Ordinal).FirstOrDefault(""), 1, 1), [.. entries]);
        problems.Sort(ConfigurationProblem.Compare);
        return new YamlReading(root, [.. problems]);
    }

    private static void AddFile(
        string path, ConfigNode? node, List<(ConfigScalar Key, List<ConfigNode> Values)> sections, List<ConfigurationProblem> problems)
    {
        if (node is null or ConfigScalar { IsNull: true })
        {
            return;
        }

        if (node is not ConfigMap map)
        {
            problems.Add(new ConfigurationProblem(ProblemCode.WrongKind, "", node.Mark,
                new("a file holds sections", "un fichier contient des sections"), new("a map such as `channels: ...`", "une table telle « channels: ... »")));
            return;
        }

        foreach (var (key, value) in map.Entries)
        {
            var section = sections.FindIndex(s => s.Key.Text == key.Text);
            if (section < 0)
            {
                sections.Add((key, [value]));
                continue;
            }

            // Files may share a section; one file has it once.
            if (sections[section].Values.Any(v => v.Mark.File == path) || sections[section].Key.Mark.File == path)
            {
                problems.Add(new ConfigurationProblem(ProblemCode.DuplicateKey, key.Text, key.Mark,
                    new($"the section `{key.Text}` is given twice in this file", $"la section « {key.Text} » est donnée deux fois dans ce fichier"),
                    new("each section once in a file", "chaque section une seule fois par fichier")));
            }

            sections[section].Values.Add(value);
        }
    }

    /// <summary>Maps of one section become one map, in file order; what is no map cannot be shared.</summary>
    private static ConfigNode Merge(List<ConfigNode> values, string section, List<ConfigurationProblem> problems)
    {
        values.RemoveAll(v => values.Count > 1 && v is ConfigScalar { IsNull: true });
        if (values is not [ConfigMap first, _, ..])
        {
            return values.FirstOrDefault() ?? new ConfigMap(SourceMark.None, []);
        }

        foreach (var other in values.Where(v => v is not ConfigMap))
        {
            problems.Add(new ConfigurationProblem(ProblemCode.WrongKind, section, other.Mark,
                new($"`{section}` is a map in another file", $"« {section} » est une table dans un autre fichier"), new("a map", "une table")));
        }

        return first with { Entries = [.. values.OfType<ConfigMap>().SelectMany(m => m.Entries)] };
    }
}
