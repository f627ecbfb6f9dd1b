using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Rappel.Bench.Load;

/// <summary>What else the machine does meanwhile: figures of a run beside other work are not those of the server alone.</summary>
internal sealed class Bystanders
{
    private readonly Dictionary<int, double> before = Others();
    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>Cores' worth of processor time of all processes that this program did not start, and that lived to the end of it.</summary>
    public double Share => Others().Sum(other => Math.Max(0, other.Value - before.GetValueOrDefault(other.Key))) / clock.Elapsed.TotalSeconds;

    /// <summary>Seconds of each process. Not those of its ended children: a long life would be counted whole at its end.</summary>
    private static Dictionary<int, double> Others()
    {
        Dictionary<int, double> used = [];
        var folders = Directory.Exists("/proc") ? Directory.EnumerateDirectories("/proc") : [];
        foreach (var folder in folders)
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) && process != Environment.ProcessId)
            {
                try
                {
                    if (ProcessorUse.WithChildren(process).Parent != Environment.ProcessId)
                    {
                        used[process] = ProcessorUse.Of(process).Total;
                    }
                }
                catch (IOException)
                {
                    // It has just ended.
                }
            }
        }

        return used;
    }
}
