using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Rappel.Bench.Load;

/// <summary>What else the machine did meanwhile: the figures of a run beside other work are not those of the server alone.</summary>
internal sealed class Bystanders
{
    private const double TicksASecond = 100;

    private readonly double busy = Busy;
    private readonly double own = Own;
    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>Cores' worth of processor time that neither this program nor what it started and ended has used.</summary>
    public double Share => Math.Max(0, (Busy - busy - (Own - own)) / clock.Elapsed.TotalSeconds);

    private static double Busy => File.Exists("/proc/stat") ? CoreTimes.Busy(File.ReadLines("/proc/stat").First()) : 0;

    /// <summary>User and system time, and those of children that have ended: fields 14 to 17 of <c>/proc/self/stat</c>.</summary>
    private static double Own
    {
        get
        {
            if (!File.Exists("/proc/self/stat"))
            {
                return 0;
            }

            var text = File.ReadAllText("/proc/self/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(4).Sum(f => long.Parse(f, CultureInfo.InvariantCulture)) / TicksASecond;
        }
    }
}
