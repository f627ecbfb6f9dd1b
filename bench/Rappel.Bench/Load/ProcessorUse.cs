using System.Globalization;
using System.IO;

namespace Rappel.Bench.Load;

/// <summary>Processor time of a process so far, as the system counts it: seconds in the program, and in the system for it.</summary>
internal readonly record struct ProcessorUse(double User, double System)
{
    /// <summary>Of <c>/proc/PID/stat</c>, the same on every Linux.</summary>
    private const double TicksASecond = 100;

    /// <summary>User and system time, then those of ended children: fields 14 to 17 of the line.</summary>
    private const int UserField = 11;

    public double Total => User + System;

    public static ProcessorUse operator -(ProcessorUse after, ProcessorUse before) => new(after.User - before.User, after.System - before.System);

    public static ProcessorUse Of(int process)
    {
        var fields = Fields(process);
        return new ProcessorUse(Seconds(fields[UserField]), Seconds(fields[UserField + 1]));
    }

    /// <summary>With its children that have ended; and the process that started it.</summary>
    public static (int Parent, double Total) WithChildren(int process)
    {
        var fields = Fields(process);
        return (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[UserField..(UserField + 4)].Sum(Seconds));
    }

    /// <summary>Resident memory in bytes: the most there ever was (VmHWM), or what there is now (VmRSS).</summary>
    public static long Resident(int process, bool most = false)
    {
        var name = most ? "VmHWM:" : "VmRSS:";
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) << 10;
    }

    /// <summary>From the third on: the second is the name in parentheses, which may hold spaces.</summary>
    private static string[] Fields(int process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        return text[(text.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static double Seconds(string ticks) => long.Parse(ticks, CultureInfo.InvariantCulture) / TicksASecond;
}
