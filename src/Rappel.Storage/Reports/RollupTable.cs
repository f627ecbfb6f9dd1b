using System.Text.Json;
using Rappel.Core.Callbacks;

namespace Rappel.Storage.Reports;

/// <summary>One table of counts per slot, the same in every database: tenant and slot, further keys, counters.</summary>
/// <param name="Keys">Columns of the key after tenant and slot; texts.</param>
/// <param name="Counters">Columns that are added up; whole numbers of 64 bits.</param>
public sealed record RollupTable(string Name, IReadOnlyList<string> Keys, IReadOnlyList<string> Counters)
{
    public static readonly RollupTable Queues = new("rollup_queue", ["queue", "channel"], ColumnsOf<QueueCount>());
    public static readonly RollupTable Channels = new("rollup_channel", ["channel"], ColumnsOf<ChannelCount>());
    /// <summary>An empty queue is all queues together, and the only one with statuses.</summary>
    public static readonly RollupTable Agents = new("rollup_agent", ["agent", "queue"], ColumnsOf<AgentCount>());

    /// <summary>The counters of <see cref="CallbackCount"/>, then one for each outcome of an attempt.</summary>
    public static readonly RollupTable Callbacks = new(
        "rollup_callback", ["queue"],
        [.. ColumnsOf<CallbackCount>(), .. Enum.GetNames<AttemptOutcome>().Select(n => "attempts_" + Column(n))]);

    public static readonly RollupTable Scripts = new("rollup_script", ["script", "path", "kind", "word"], ColumnsOf<ScriptCount>());

    public static IReadOnlyList<RollupTable> All { get; } = [Queues, Channels, Agents, Callbacks, Scripts];

    /// <summary>Where the counter of an attempt's outcome stands among <see cref="Callbacks"/>.</summary>
    public static int CounterOf(AttemptOutcome outcome) => Enum.GetValues<CallbackCount>().Length + (int)outcome;

    private static string[] ColumnsOf<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(Column)];

    private static string Column(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
