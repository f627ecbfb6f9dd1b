using System.Globalization;
using System.IO;

namespace Rappel.Bench.Load;

/// <summary>The server on one core, the load on another, so that neither takes the other's time.</summary>
internal static unsafe class Cores
{
    private const int Server = 0;
    private const int Load = 1;

    /// <summary>What goes before the server's command line.</summary>
    public static string[] ServerPrefix { get; private set; } = [];

    /// <summary>For the table: where everything ran.</summary>
    public static string Told { get; private set; } = "not pinned";

    /// <summary>Keeps this program, and what it starts, off the server's core.</summary>
    public static void Pin()
    {
        if (!OperatingSystem.IsLinux() || Environment.ProcessorCount < 2 || !File.Exists("/usr/bin/taskset"))
        {
            Told = "not pinned (needs Linux, two cores and taskset): server and load share the machine";
            return;
        }

        var mask = 1UL << Load;
        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            if (Kernel.SetAffinity(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), sizeof(ulong), &mask) != 0)
            {
                Told = "not pinned (the system does not allow it): server and load share the machine";
                return;
            }
        }

        ServerPrefix = ["taskset", "-c", $"{Server}"];
        Told = $"server on core {Server}, load on core {Load}";
    }

    /// <summary>Seconds that this program and those it started and ended have used so far; not the server, which runs on.</summary>
    public static double LoadBusy => ProcessorUse.WithChildren(Environment.ProcessId).Total;
}
