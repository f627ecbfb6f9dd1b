using System.Collections.Immutable;
using Rappel.Core.Numbers;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>What the objects of all scripts of one run share.</summary>
internal sealed class ScriptContext(BindingScope scope, ImmutableDictionary<string, DialPlanSnapshot> dialPlans,
    ImmutableDictionary<string, ChannelSnapshot> channels, DialContext dialling)
{
    private readonly List<(string Name, string Path, SourceMark Mark)> uses = [];
    private readonly List<string> defined = [];
    private readonly Dictionary<string, List<(Utterance Utterance, string Path, SourceMark Mark)>> spoken = new(StringComparer.Ordinal);

    public ScriptContext(BindingScope scope, ImmutableDictionary<string, DialPlanSnapshot> dialPlans, ImmutableDictionary<string, ChannelSnapshot> channels)
        : this(scope, dialPlans, channels, new DialContext(ImmutableHashSet.CreateRange(StringComparer.Ordinal, channels.Values.Select(c => c.Number))))
    {
    }

    public BindingScope Scope { get; } = scope;

    public ImmutableDictionary<string, DialPlanSnapshot> DialPlans { get; } = dialPlans;

    public ImmutableDictionary<string, ChannelSnapshot> Channels { get; } = channels;

    public DialContext Dialling { get; } = dialling;

    /// <summary>True while the objects of an <c>inQueue</c> are read.</summary>
    public bool InQueue { get; set; }

    /// <summary>Objects read of the script at hand.</summary>
    public int Objects { get; set; }

    /// <summary>Where scripts go on in others, and whether the caller waits in a queue there.</summary>
    public List<(string Script, bool InQueue, string Path, SourceMark Mark)> Continuations { get; } = [];

    /// <summary>For a script whose binding is kept: with what it says and finds of its own.</summary>
    public ScriptContext Apart() => new(Scope.Apart(), DialPlans, Channels, Dialling);

    /// <summary>Takes over what was said and found in a script bound apart, which stays as it is.</summary>
    public void Take(ScriptContext part)
    {
        Scope.Take(part.Scope);
        uses.AddRange(part.uses);
        defined.AddRange(part.defined);
        Continuations.AddRange(part.Continuations);
        foreach (var (item, said) in part.spoken)
        {
            if (!spoken.TryAdd(item, said))
            {
                spoken[item] = [.. spoken[item], .. said];
            }
        }
    }

    public void GoTo(string script, string path, SourceMark mark) => Continuations.Add((script, InQueue, path, mark));

    /// <summary>Remembers what an object says, and where it is written.</summary>
    public void Say(string item, Utterance utterance, string path, SourceMark mark)
    {
        if (!spoken.TryGetValue(item, out var said))
        {
            spoken[item] = said = [];
        }

        said.Add((utterance, path, mark));
    }

    public IReadOnlyList<(Utterance Utterance, string Path, SourceMark Mark)> SpokenBy(string item) => spoken.GetValueOrDefault(item) ?? [];

    public void Define(string name) => defined.Add(name);

    public void UseIn(string text, string path, SourceMark mark) => uses.AddRange(ScriptVariables.In(text).Select(name => (name, path, mark)));

    public void Use(string name, string path, SourceMark mark) => uses.Add((name, path, mark));

    /// <summary>
    /// Reports variables that nothing sets. A call keeps its variables from script to script, so any script may set them for any other.
    /// </summary>
    public void ReportUnknownVariables()
    {
        string[] known = [.. ScriptVariables.System, .. ScriptVariables.Data, .. defined.Distinct()];
        foreach (var (name, path, mark) in uses)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                Scope.Report(ProblemCode.UnknownVariable, path, mark,
                    new Said($"no script sets `${name}`", $"aucun script ne fixe « ${name} »") + NearestWord.Hint(name, known),
                    Said.Listed(known.Take(ScriptVariables.System.Length).Select(n => $"${n}"))
                    + new Said(", or a variable that a script sets", ", ou une variable qu'un script fixe"));
            }
        }
    }
}
