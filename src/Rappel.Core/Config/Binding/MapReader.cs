using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding;

/// <summary>
/// Reads one map key by key, reports what is wrong with each value and, at the end, the keys nobody asked for. After a problem a
/// value is taken for a harmless one and reading goes on, so that one run tells everything.
/// </summary>
internal sealed partial class MapReader(BindingScope scope, ConfigMap map, string path, SourceMark mark)
{
    private readonly List<string> known = [];

    public BindingScope Scope { get; } = scope;

    /// <summary>Path of the map itself.</summary>
    public string Path { get; } = path;

    /// <summary>Where what is missing is reported: the line that opens the object.</summary>
    public SourceMark Mark { get; } = mark;

    /// <summary>What is read.</summary>
    public ConfigMap Node => map;

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}/{key}";

    /// <summary>The value of a key; null where it is not given or empty.</summary>
    public ConfigNode? Find(string key)
    {
        if (!known.Contains(key, StringComparer.Ordinal))
        {
            known.Add(key);
        }

        foreach (var entry in map.Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Value is ConfigScalar { IsNull: true } ? null : entry.Value;
            }
        }

        return null;
    }

    /// <summary>Where a key stands; the object's own place where it is not given.</summary>
    public SourceMark MarkOf(string key) => map.Entries.FirstOrDefault(e => e.Key.Text == key)?.Key.Mark ?? Mark;

    /// <summary>As <see cref="Find"/>, and reports that it is missing.</summary>
    public ConfigNode? Require(string key, Said allowed)
    {
        var node = Find(key);
        if (node is null)
        {
            Scope.Report(ProblemCode.Missing, PathOf(key), Mark, new($"`{key}` is missing", $"il manque « {key} »"), allowed);
        }

        return node;
    }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Every entry, for maps whose keys are names of the author's.</summary>
    public ImmutableArray<ConfigEntry> Entries()
    {
        foreach (var entry in map.Entries)
        {
            known.Add(entry.Key.Text);
        }

        return map.Entries;
    }

    /// <summary>Reports a value that is none of the kinds that make sense there.</summary>
    public void WrongKind(string key, ConfigNode node, Said allowed) => WrongKind(Scope, PathOf(key), node, allowed);

    public static void WrongKind(BindingScope scope, string path, ConfigNode node, Said allowed)
    {
        if (node is ConfigScalar { Faulty: true })
        {
            return;
        }

        var found = node switch
        {
            ConfigMap => new Said("this is a map", "ceci est une table"),
            ConfigSequence => new Said("this is a list", "ceci est une liste"),
            ConfigScalar { IsNull: true } => new Said("this is nothing", "il n'y a rien ici"),
            ConfigScalar scalar => new Said($"this is the text `{Shorten(scalar.Text)}`", $"ceci est le texte « {Shorten(scalar.Text)} »"),
            _ => new Said("this is something else", "ceci est autre chose"),
        };
        scope.Report(ProblemCode.WrongKind, path, node.Mark, found, allowed);
    }

    /// <summary>Keys nobody asked for are mistakes: a typing error must not silently leave a default in force.</summary>
    public void End()
    {
        foreach (var entry in map.Entries)
        {
            if (!known.Contains(entry.Key.Text, StringComparer.Ordinal))
            {
                Scope.Report(ProblemCode.UnknownKey, PathOf(entry.Key.Text), entry.Key.Mark,
                    new Said($"`{Shorten(entry.Key.Text)}` is not known here", $"« {Shorten(entry.Key.Text)} » n'est pas connu ici")
                    + NearestWord.Hint(entry.Key.Text, known), Said.Listed(known));
            }
        }
    }

    public static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
}
