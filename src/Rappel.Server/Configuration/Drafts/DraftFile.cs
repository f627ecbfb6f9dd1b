using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Rappel.Core.Config;

namespace Rappel.Server.Configuration.Drafts;

/// <summary>A YAML file as read. Reading is the costly part: a text that stays at hand is read once.</summary>
internal sealed class DraftFile
{
    // By the text's identity: editions share the texts of the files that do not differ, and a text that is gone takes its reading with it.
    private static readonly ConditionalWeakTable<string, DraftFile> Read = [];

    private DraftFile(string path, string text, ConfigNode? root, ImmutableArray<ConfigurationProblem> problems, ImmutableArray<DraftSection> sections)
    {
        Path = path;
        Text = text;
        Root = root;
        Problems = problems;
        Sections = sections;
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>Null where the file is empty or no YAML.</summary>
    public ConfigNode? Root { get; }

    public ImmutableArray<ConfigurationProblem> Problems { get; }

    public ImmutableArray<DraftSection> Sections { get; }

    /// <summary>Whether all that is in it was understood; the text of another is left alone.</summary>
    public bool IsWhole => Problems.IsEmpty && Root is null or ConfigMap or ConfigScalar { IsNull: true };

    public static DraftFile Of(string path, string text)
    {
        if (Read.TryGetValue(text, out var known) && known.Path == path)
        {
            return known;
        }

        var problems = new List<ConfigurationProblem>();
        var root = YamlFile.Read(path, text, problems);
        ImmutableArray<DraftSection> sections = root is ConfigMap map ? [.. map.Entries.Select(DraftSection.Of)] : [];
        var file = new DraftFile(path, text, root, [.. problems], sections);
        Read.AddOrUpdate(text, file);
        return file;
    }

    /// <summary>Takes over what was worked out of objects that are the same as in an earlier reading.</summary>
    public DraftFile Like(DraftFile earlier)
    {
        var known = earlier.Sections.SelectMany(s => s.Objects.Select(o => ((s.Name, o.Key.Text), o)))
            .DistinctBy(o => o.Item1).ToDictionary(o => o.Item1, o => o.o);
        var sections = Sections.Select(s => s with
        {
            Objects = [.. s.Objects.Select(o =>
                known.TryGetValue((s.Name, o.Key.Text), out var before) && NodeShape.Same(before.Value, o.Value) ? o.Like(before) : o)],
        });
        var file = new DraftFile(Path, Text, Root, Problems, [.. sections]);
        Read.AddOrUpdate(Text, file);
        return file;
    }

    public DraftSection? Find(string section) => Sections.FirstOrDefault(s => s.Name == section);
}
