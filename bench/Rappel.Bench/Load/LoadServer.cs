using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Load;

/// <summary>The real server, built in Release, on ports and a data folder of its own, on its core where there is one for it.</summary>
/// <param name="configuration">Folder with its configuration.</param>
internal sealed class LoadServer(PortBlock ports, string folder, string configuration) : IDisposable
{
    /// <summary>In the range the system hands out from, and above: what others hold of it is passed over.</summary>
    private const string RtpPorts = "33000-65000";

    public const string Token = "bench-token";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(120);

    private ChildProcess? process;
    private RappelApi? api;

    public int SipPort { get; } = ports.Next(2);

    public int HttpPort { get; } = ports.Next(2);

    public int Id => process!.Id;

    public RappelApi Api => api ??= new RappelApi(HttpPort, Token);

    /// <summary>From the start of the program to its line <c>rappel ready</c>.</summary>
    public TimeSpan StartedIn { get; private set; }

    public async Task Start()
    {
        var clock = Stopwatch.StartNew();
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(Checkout.Root, "src", "Rappel.Server", "bin", framework.Parent!.Name, framework.Name, "rappel");
        string[] command = [.. Cores.ServerPrefix, program];
        process = new ChildProcess("server", command[0], command[1..], folder, new Dictionary<string, string>
        {
            ["HTTP_PORT"] = $"{HttpPort}",
            ["SIP_PORT"] = $"{SipPort}",
            ["BIND"] = "127.0.0.1",
            ["RTP_PORTS"] = RtpPorts,
            ["DATA_DIR"] = Path.Combine(folder, "data"),
            ["CONFIG"] = configuration,
            ["AGENT_PASSWORD"] = "bench-agent",
            ["API_TOKEN"] = Token,
        });
        if (await process.Line(line => line == "rappel ready", StartTime) is null)
        {
            throw new InvalidOperationException($"the server did not become ready: {string.Join(" | ", process.Lines.TakeLast(5))}");
        }

        StartedIn = clock.Elapsed;
    }

    public void Dispose()
    {
        api?.Dispose();
        process?.Dispose();
    }
}
