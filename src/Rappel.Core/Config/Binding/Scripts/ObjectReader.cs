using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>Reads the parameters of one script object.</summary>
internal sealed class ObjectReader(ScriptContext context, MapReader map)
{
    private static readonly Said TextWords = new("text, a map of texts by language, a map with `prompt`, or a list of those",
        "un texte, une table de textes par langue, une table avec « prompt », ou une liste de ceux-ci");

    public ScriptContext Context { get; } = context;

    public MapReader Map { get; } = map;

    public string Path => Map.Path;

    public bool Protected { get; } = map.Flag("protected", false);

    public void Report(string code, string key, SourceMark mark, Said message, Said allowed) =>
        Map.Scope.Report(code, Map.PathOf(key), mark, message, allowed);

    /// <summary>The sequences of the exits that were given. An exit that is not given, and one with nothing in it, is empty.</summary>
    public ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits(ImmutableArray<string> possible, bool required = false)
    {
        var exits = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ScriptObject>>(StableStringComparer.Instance);
        if (Map.Find("exits") is not ConfigMap given)
        {
            ReportExits(possible, required);
            return exits.ToImmutable();
        }

        foreach (var entry in given.Entries)
        {
            var name = entry.Key.Text;
            var path = $"{Map.PathOf("exits")}/{name}";
            if (!possible.Contains(name))
            {
                Map.Scope.Report(ProblemCode.UnknownExit, path, entry.Key.Mark,
                    new Said($"there is no exit `{MapReader.Shorten(name)}`", $"il n'y a pas de sortie « {MapReader.Shorten(name)} »")
                    + NearestWord.Hint(name, possible), Said.Listed(possible));
            }

            // Bound even when the exit is unknown: what is wrong inside is told in the same run.
            var sequence = SequenceBinder.Bind(Context, entry.Value, path);
            exits.TryAdd(name, sequence);
        }

        return exits.ToImmutable();
    }

    private void ReportExits(ImmutableArray<string> possible, bool required)
    {
        var table = new Said("a map of ", "une table de ") + Said.Listed(possible);
        if (Map.Find("exits") is { } node)
        {
            Map.WrongKind("exits", node, table);
        }
        else if (required)
        {
            Map.Require("exits", table);
        }
    }

    /// <summary>What is said: one utterance or a list.</summary>
    public ImmutableArray<Utterance> Utterances(string key, bool required)
    {
        if (required)
        {
            Map.Require(key, TextWords);
        }

        var node = Map.Find(key);
        var utterances = ImmutableArray.CreateBuilder<Utterance>();
        foreach (var (item, itemPath) in Map.Items(key, ConfigurationLimits.Utterances))
        {
            var path = node is ConfigSequence ? itemPath : Map.PathOf(key);
            if (PromptBinder.BindUtterance(Map.Scope, item, path) is { } utterance)
            {
                utterances.Add(utterance);
                Context.Say(Path, utterance, path, item.Mark);
                foreach (var text in utterance.Text?.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value) ?? [])
                {
                    Context.UseIn(text, path, item.Mark);
                }
            }
        }

        if (node is ConfigSequence { Items.Length: 0 })
        {
            Report(ProblemCode.Missing, key, node.Mark, new("nothing to say", "il n'y a rien à dire"), TextWords);
        }

        return utterances.ToImmutable();
    }

    /// <summary>The name of a variable that may be written to, with or without its dollar sign.</summary>
    public string WritableVariable(string key)
    {
        if (Map.RequiredScalar(key, VariableNames.Words) is not { } scalar)
        {
            return "unknown";
        }

        if (VariableNames.Writable(Map.Scope, scalar, Map.PathOf(key)) is not { } name)
        {
            return scalar.Text.TrimStart('$');
        }

        Context.Define(name);
        return name;
    }
}
