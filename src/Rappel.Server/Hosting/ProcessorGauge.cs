using Rappel.Engine.Admission;

namespace Rappel.Server.Hosting;

/// <summary>The share of the cores it may use that this process uses. For one thread at a time.</summary>
public sealed class ProcessorGauge(TimeProvider time)
{
    private long at = time.GetTimestamp();
    private TimeSpan used = Environment.CpuUsage.TotalTime;

    /// <summary>Adds what was measured since the call before.</summary>
    public LoadReading Measure(LoadReading reading)
    {
        var now = time.GetTimestamp();
        var total = Environment.CpuUsage.TotalTime;
        var passed = time.GetElapsedTime(at, now) * Environment.ProcessorCount;
        var share = passed > TimeSpan.Zero ? (total - used) / passed : 0;
        (at, used) = (now, total);
        return reading with { ProcessorShare = Math.Clamp(share, 0, 1) };
    }
}
