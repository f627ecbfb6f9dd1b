using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Calls;

/// <summary>The real server, built in Release, on ports and a data folder of its own.</summary>
/// <param name="configuration">Folder under <c>bench/</c>.</param>
internal sealed class LoadServer(PortBlock ports, string folder, string configuration = "calls") : IDisposable
{
    /// <summary>In the range the system hands out from: what others hold of it is passed over.</summary>
    private const string RtpPorts = "40000-59999";

    /// <summary>Of <c>/proc/PID/stat</c>, the same on every Linux.</summary>
    private const int TicksASecond = 100;

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(120);

    private ChildProcess? process;
    private int id;

    public int SipPort { get; } = ports.Next(2);

    /// <summary>Processor time used so far, in the program and in the system for it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            // The second field is the name in parentheses, which may hold spaces; user and system time are fields 14 and 15.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds((double)ticks / TicksASecond);
        }
    }

    /// <summary>From the start of the program to its line <c>rappel ready</c>.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Resident memory in bytes: the most there ever was (VmHWM), or what there is now (VmRSS).</summary>
    public long Resident(bool most)
    {
        var name = most ? "VmHWM:" : "VmRSS:";
        var line = File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) << 10;
    }

    public async Task Start()
    {
        var clock = Stopwatch.StartNew();
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(Checkout.Root, "src", "Rappel.Server", "bin", framework.Parent!.Name, framework.Name, "rappel");
        process = new ChildProcess("server", program, [], folder, new Dictionary<string, string>
        {
            ["HTTP_PORT"] = $"{ports.Next(2)}",
            ["SIP_PORT"] = $"{SipPort}",
            ["BIND"] = "127.0.0.1",
            ["RTP_PORTS"] = RtpPorts,
            ["DATA_DIR"] = Path.Combine(folder, "data"),
            ["CONFIG"] = Path.Combine(Checkout.Root, "bench", configuration),
            ["AGENT_PASSWORD"] = "bench-agent",
        });
        if (await process.Line(line => line == "rappel ready", StartTime) is null)
        {
            throw new InvalidOperationException($"the server did not become ready: {string.Join(" | ", process.Lines.TakeLast(5))}");
        }

        StartedIn = clock.Elapsed;
        id = process.Id;
    }

    public void Dispose() => process?.Dispose();
}
