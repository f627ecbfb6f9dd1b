using System.Collections.Immutable;

namespace Rappel.Core.Config.Binding.Scripts;

/// <summary>All that the binding of a script hangs on besides its own tree.</summary>
internal sealed class ScriptSurroundings
{
    private readonly string language;
    private readonly IReadOnlySet<string>? recordings;
    private readonly ImmutableArray<ImmutableArray<string>> names;
    private readonly ImmutableArray<ConfigEntry> dialPlans;
    private readonly ImmutableDictionary<string, ChannelSnapshot> channels;

    private ScriptSurroundings(ScriptContext context, MapReader root)
    {
        language = context.Scope.DefaultLanguage;
        recordings = context.Scope.Recordings;
        names = [.. NamedKinds.All.Select(kind => context.Scope.Names(kind).ToImmutableArray())];
        dialPlans = root.Find(NamedKind.DialPlan.Section()) is ConfigMap plans ? plans.Entries : [];
        channels = context.Channels;
    }

    public static ScriptSurroundings Of(ScriptContext context, MapReader root) => new(context, root);

    public bool IsLike(ScriptSurroundings other) =>
        language == other.language && HaveSameRecordings(other) && names.Zip(other.names).All(n => n.First.AsSpan().SequenceEqual(n.Second.AsSpan()))
        && HaveSamePlans(other) && HaveSameNumbers(other);

    private bool HaveSameRecordings(ScriptSurroundings other) =>
        recordings is null ? other.recordings is null : other.recordings is not null && recordings.SetEquals(other.recordings);

    /// <summary>The very trees: those that nobody edited stay the same.</summary>
    private bool HaveSamePlans(ScriptSurroundings other) =>
        dialPlans.Length == other.dialPlans.Length
        && dialPlans.Zip(other.dialPlans).All(p => p.First.Key.Text == p.Second.Key.Text && ReferenceEquals(p.First.Value, p.Second.Value));

    /// <summary>Of channels scripts know the number, and whether it is in use.</summary>
    private bool HaveSameNumbers(ScriptSurroundings other) =>
        channels.Count == other.channels.Count
        && channels.Values.All(c => other.channels.TryGetValue(c.Key, out var same) && same.Number == c.Number && same.Enabled == c.Enabled);
}
