using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding;

/// <summary>What every binder of one run shares: the names there are, and the list of what is wrong.</summary>
internal sealed class BindingScope
{
    private readonly List<ConfigurationProblem> problems = [];
    private readonly List<string>[] names;
    private readonly HashSet<(NamedKind, string)> declared;
    private readonly Dictionary<string, SourceMark> marks = new(StringComparer.Ordinal);

    public BindingScope()
        : this([.. NamedKinds.All.Select(_ => new List<string>())], [])
    {
    }

    private BindingScope(List<string>[] names, HashSet<(NamedKind, string)> declared) => (this.names, this.declared) = (names, declared);

    public string DefaultLanguage { get; set; } = ConfigurationLimits.Languages[0];

    /// <summary>Sound files of the folder; null where they are not known and not checked.</summary>
    public IReadOnlySet<string>? Recordings { get; init; }

    /// <summary>The same names, with problems and places of its own: for a part whose binding is kept.</summary>
    public BindingScope Apart() => new(names, declared) { DefaultLanguage = DefaultLanguage, Recordings = Recordings };

    /// <summary>Tells what was found in a part bound apart.</summary>
    public void Take(BindingScope part)
    {
        problems.AddRange(part.problems);
        foreach (var (path, mark) in part.marks)
        {
            marks.TryAdd(path, mark);
        }
    }

    public ImmutableArray<ConfigurationProblem> Problems()
    {
        // One piece of text may stand for several places, as `monday-friday` does: what is wrong with it is told once.
        var told = problems.DistinctBy(p => p.Mark.Line > 0 ? p with { Path = "" } : p).ToList();
        told.Sort(ConfigurationProblem.Compare);
        return [.. told];
    }

    public void Report(string code, string path, SourceMark mark, Said message, Said? allowed = null) =>
        problems.Add(new ConfigurationProblem(code, path, mark, message, allowed ?? Said.Nothing));

    public bool HasReported(string path) => problems.Any(p => p.Path == path);

    public void Declare(NamedKind kind, string key)
    {
        if (declared.Add((kind, key)))
        {
            names[(int)kind].Add(key);
        }
    }

    public IReadOnlyList<string> Names(NamedKind kind) => names[(int)kind];

    public bool Has(NamedKind kind, string key) => declared.Contains((kind, key));

    public bool HasAny(string key, params ReadOnlySpan<NamedKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Has(kind, key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Remembers where a script object stands, for checks that need the whole script.</summary>
    public void Remember(string path, SourceMark mark) => marks.TryAdd(path, mark);

    public SourceMark MarkOf(string path) => marks.GetValueOrDefault(path, SourceMark.None);

    /// <summary>Reports a key that no object of the kinds has. A queue of another kind is called what it is.</summary>
    public bool CheckReference(ConfigScalar value, string path, params ReadOnlySpan<NamedKind> kinds)
    {
        if (HasAny(value.Text, kinds))
        {
            return true;
        }

        var candidates = new List<string>();
        foreach (var kind in kinds)
        {
            candidates.AddRange(Names(kind));
        }

        var wanted = Either(kinds, k => k.WithArticle());
        var allowed = Listed(wanted, candidates);
        foreach (var queue in NamedKinds.Queues)
        {
            if (NamedKinds.Queues.Contains(kinds[0]) && Has(queue, value.Text))
            {
                Report(ProblemCode.WrongQueueKind, path, value.Mark,
                    new($"`{value.Text}` is {queue.WithArticle().English}, and {wanted.English} is needed here",
                        $"« {value.Text} » est {queue.WithArticle().French}, et il faut ici {wanted.French}"), allowed);
                return false;
            }
        }

        var missing = Either(kinds, k => k.Words());
        Report(ProblemCode.UnknownReference, path, value.Mark,
            new Said($"there is no {missing.English} `{value.Text}`", $"{kinds[0].None()} {missing.French} n'a la clé « {value.Text} »")
            + NearestWord.Hint(value.Text, candidates), allowed);
        return false;
    }

    private static Said Either(ReadOnlySpan<NamedKind> kinds, Func<NamedKind, Said> words)
    {
        var each = kinds.ToArray().Select(words).ToArray();
        return new Said(string.Join(" or ", each.Select(e => e.English)), string.Join(" ou ", each.Select(e => e.French)));
    }

    private static Said Listed(Said wanted, List<string> candidates)
    {
        if (candidates.Count == 0)
        {
            return wanted + new Said(", and none is defined", ", et il n'en existe pas");
        }

        var shown = string.Join(", ", candidates.Take(ConfigurationLimits.AllowedNamesShown));
        var more = candidates.Count > ConfigurationLimits.AllowedNamesShown ? ", ..." : "";
        return wanted + new Said($": {shown}{more}", $"\u00a0: {shown}{more}");
    }
}
