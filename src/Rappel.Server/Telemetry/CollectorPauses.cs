using System.Diagnostics.Metrics;
using System.Threading;
using Rappel.Engine.Admission;

namespace Rappel.Server.Telemetry;

/// <summary>
/// How long the collector stops every thread: audio stands still for as long. In the metrics <c>rappel.gc.pause.worst</c> (milliseconds, of the
/// last ten minutes) and <c>rappel.gc.pause.total</c> (seconds).
/// </summary>
public sealed class CollectorPauses : IDisposable
{
    private const int Minutes = 10;

    private readonly TimeProvider time;
    private readonly Meter meter = new(Alarms.MeterName);
    private readonly Lock noting = new();
    private readonly double[] worst = new double[Minutes];
    private readonly long[] seen = new long[3];
    private long minute;
    private volatile bool ended;

    public CollectorPauses(TimeProvider time)
    {
        this.time = time;
        meter.CreateObservableGauge("rappel.gc.pause.worst", () => Worst.TotalMilliseconds, "ms", "Longest stop of all threads in ten minutes.");
        meter.CreateObservableCounter("rappel.gc.pause.total", () => GC.GetTotalPauseDuration().TotalSeconds, "s", "Time that all threads stood still.");
        _ = new Witness(this);
    }

    /// <summary>Of the last ten minutes.</summary>
    public TimeSpan Worst
    {
        get
        {
            lock (noting)
            {
                Turn();
                return TimeSpan.FromMilliseconds(worst.Max());
            }
        }
    }

    /// <summary>Adds the worst of them to a reading.</summary>
    public LoadReading Measure(LoadReading reading) => reading with { CollectorPause = Worst };

    public void Dispose()
    {
        ended = true;
        meter.Dispose();
    }

    /// <summary>After a collection. Of each kind the runtime tells the last alone.</summary>
    private void Note()
    {
        lock (noting)
        {
            Turn();
            foreach (var kind in (ReadOnlySpan<GCKind>)[GCKind.Ephemeral, GCKind.FullBlocking, GCKind.Background])
            {
                var told = GC.GetGCMemoryInfo(kind);
                if (told.Index == seen[(int)kind - 1])
                {
                    continue;
                }

                seen[(int)kind - 1] = told.Index;
                foreach (var pause in told.PauseDurations)
                {
                    ref var now = ref worst[minute % Minutes];
                    now = Math.Max(now, pause.TotalMilliseconds);
                }
            }
        }
    }

    /// <summary>Begins the minutes that have come since.</summary>
    private void Turn()
    {
        var now = time.GetTimestamp() / (60 * time.TimestampFrequency);
        for (var passed = Math.Min(Minutes, now - minute); passed > 0; passed--)
        {
            worst[(now - passed + 1) % Minutes] = 0;
        }

        minute = now;
    }

    /// <summary>Garbage from its first moment: its end tells that there was a collection, and makes the next one.</summary>
    private sealed class Witness(CollectorPauses pauses)
    {
        ~Witness()
        {
            if (!pauses.ended)
            {
                pauses.Note();
                _ = new Witness(pauses);
            }
        }
    }
}
