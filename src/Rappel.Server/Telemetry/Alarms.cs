using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Threading;

namespace Rappel.Server.Telemetry;

/// <summary>
/// Faults of ours that somebody should look at although calls go on: broken invariants, inputs the engine could not handle, rows that could
/// not be written. Counted by kind until the process ends, and in the metric <c>rappel.alarms</c>. Any thread may raise one.
/// </summary>
public sealed class Alarms : IDisposable
{
    public const string MeterName = "Rappel";

    private readonly TimeProvider time;
    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> counter;
    private readonly Lock writing = new();
    private ImmutableSortedDictionary<string, Alarm> raised = ImmutableSortedDictionary.Create<string, Alarm>(StringComparer.Ordinal);

    public Alarms(TimeProvider time)
    {
        this.time = time;
        counter = meter.CreateCounter<long>("rappel.alarms", description: "Faults of the program that somebody should look at, by kind.");
    }

    /// <summary>By kind.</summary>
    public ImmutableArray<Alarm> Raised => [.. Volatile.Read(ref raised).Values];

    /// <param name="kind">A stable word, as in the log, where the rest is told.</param>
    public void Raise(string kind)
    {
        lock (writing)
        {
            var before = raised.GetValueOrDefault(kind)?.Count ?? 0;
            raised = raised.SetItem(kind, new Alarm(kind, before + 1, time.GetUtcNow()));
        }

        counter.Add(1, new KeyValuePair<string, object?>("kind", kind));
    }

    public void Dispose() => meter.Dispose();
}

/// <param name="Count">Since the process began.</param>
/// <param name="LastAt">When it last happened.</param>
public sealed record Alarm(string Kind, long Count, Instant LastAt);
