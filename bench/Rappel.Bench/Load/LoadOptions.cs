using System.Globalization;
using System.IO;

namespace Rappel.Bench.Load;

/// <summary>How the scenarios are run: environment variables, as <c>make bench RUNS=1</c> hands them on.</summary>
internal sealed record LoadOptions
{
    private const int DescriptorsACall = 2;
    private const int SpareDescriptors = 2_000;

    /// <summary>Each on a server of its own; the table's figure is their median.</summary>
    public int Runs { get; } = Whole("RUNS") ?? 3;

    /// <summary>Another server than ours: no server is started.</summary>
    public LoadTarget? Target { get; } = Text("TARGET") is { } target ? LoadTarget.Parse(target, Whole("PID"), Text("NUMBER")) : null;

    /// <summary>Calls a second at which processor time is measured.</summary>
    public int Rate { get; } = Whole("RATE") ?? 400;

    /// <summary>From the answer to the BYE, in milliseconds: 25 packets of prompt and 50 of music where the server speaks at once.</summary>
    public int Hold { get; } = Whole("HOLD") ?? 1500;

    /// <summary>Held callers to reach.</summary>
    public int Held { get; } = Whole("HELD") ?? 3000;

    /// <summary>Callers in line when the agent becomes free; fewer than the goal's where a process may not open so many descriptors.</summary>
    public int Waiting { get; } = Whole("WAITING") ?? Math.Min(10_000, (Descriptors - SpareDescriptors) / DescriptorsACall);

    /// <summary>Calls a second that the server carries, as <c>queue</c> has found them; null for not known.</summary>
    public int? Ceiling { get; } = Whole("CEILING");

    /// <summary>Calls relayed between callers and agents.</summary>
    public int Bridged { get; } = Whole("BRIDGED") ?? 1500;

    /// <summary>Of the <c>pause</c> part.</summary>
    public int Seconds { get; } = Whole("PAUSE_SECONDS") ?? 60;

    /// <summary>What a process may open here: each call of ours takes two.</summary>
    private static int Descriptors => File.Exists("/proc/self/limits")
        ? int.Parse(File.ReadLines("/proc/self/limits").First(l => l.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[4], CultureInfo.InvariantCulture)
        : int.MaxValue;

    private static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static int? Whole(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
