using System.Globalization;
using System.IO;

namespace Rappel.Bench.Load;

/// <summary>Processor time of a process so far, as the system counts it: seconds in the program, and in the system for it.</summary>
internal readonly record struct ProcessorUse(double User, double System)
{
    /// <summary>Of <c>/proc/PID/stat</c>, the same on every Linux.</summary>
    private const double TicksASecond = 100;

    public double Total => User + System;

    public static ProcessorUse operator -(ProcessorUse after, ProcessorUse before) => new(after.User - before.User, after.System - before.System);

    public static ProcessorUse Of(int process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        // The second field is the name in parentheses, which may hold spaces; user and system time are fields 14 and 15.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessorUse(Ticks(fields[11]) / TicksASecond, Ticks(fields[12]) / TicksASecond);
    }

    /// <summary>Resident memory in bytes: the most there ever was (VmHWM), or what there is now (VmRSS).</summary>
    public static long Resident(int process, bool most = false)
    {
        var name = most ? "VmHWM:" : "VmRSS:";
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) << 10;
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
