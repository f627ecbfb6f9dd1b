using System.Globalization;

namespace Rappel.Bench.Load;

/// <summary>A line of <c>/proc/stat</c>: user nice system idle iowait irq softirq ..., in hundredths of a second.</summary>
internal static class CoreTimes
{
    /// <summary>Seconds that the core, or all of them, did anything at all.</summary>
    public static double Busy(string line)
    {
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) / 100.0;
    }
}
