using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Endpoints;

/// <summary>The real server as a child process, with a data folder and a configuration of its own.</summary>
internal sealed class RappelServer : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(20);

    private readonly string folder;
    private readonly Dictionary<string, string> environment;
    private ChildProcess? process;
    private int runs;

    /// <param name="configuration">A folder of YAML, or <see cref="NoConfiguration"/>.</param>
    public RappelServer(PortBlock ports, string sceneFolder, string configuration)
    {
        folder = Path.Combine(sceneFolder, "server");
        Directory.CreateDirectory(folder);
        HttpPort = ports.Next(1);
        SipPort = ports.Next(1);
        CarrierPort = ports.Next(1);
        var rtp = ports.Next(40);
        environment = new Dictionary<string, string>
        {
            ["HTTP_PORT"] = $"{HttpPort}",
            ["SIP_PORT"] = $"{SipPort}",
            ["BIND"] = "127.0.0.1",
            ["RTP_PORTS"] = $"{rtp}-{rtp + 39}",
            ["DATA_DIR"] = Path.Combine(folder, "data"),
            ["CONFIG"] = configuration,
            ["CARRIER"] = $"127.0.0.1:{CarrierPort}",
            // Webhooks of scenes are on this machine.
            ["ALLOW_PRIVATE_WEB"] = "yes",
            ["ADMIN_PASSWORD"] = AdminPassword,
            ["API_TOKEN"] = Token,
            ["AGENT_PASSWORD"] = AgentPassword,
        };
        Api = new RappelApi(HttpPort, Token);
    }

    public const string AgentPassword = "scene-agent";

    /// <summary>An empty contact centre.</summary>
    public const string NoConfiguration = "none";

    public const string AdminPassword = "scene-admin";

    public const string Token = "scene-token";

    /// <summary>Of the browser's pages and the API: <c>http://127.0.0.1:PORT</c>.</summary>
    public string Address => $"http://127.0.0.1:{HttpPort}";

    public int HttpPort { get; }

    public int SipPort { get; }

    /// <summary>Where the trunk sends calls.</summary>
    public int CarrierPort { get; }

    public string DataFolder => environment["DATA_DIR"];

    public RappelApi Api { get; }

    public async Task Start()
    {
        process = new ChildProcess($"run{++runs}", Program(), [], folder, environment);
        if (await process.Line(line => line == "rappel ready", StartTime) is null)
        {
            if (process.Lines.FirstOrDefault(l => l.Contains("taken by another program", StringComparison.Ordinal)) is { } taken)
            {
                throw new PortTakenException(taken);
            }

            throw new InvalidOperationException($"the server did not become ready: {string.Join(" | ", process.Lines.TakeLast(5))}");
        }
    }

    public void Kill() => process?.Kill();

    /// <summary>SIGTERM; the exit code, null where it did not end in time.</summary>
    public async Task<int?> Stop()
    {
        process!.Terminate();
        return await process.Exited(EndTime);
    }

    public void Dispose()
    {
        process?.Dispose();
        Api.Dispose();
    }

    /// <summary>Built beside us, in the same way (Debug or Release).</summary>
    public static string Program()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(Checkout.Root, "src", "Rappel.Server", "bin", framework.Parent!.Name, framework.Name, "rappel");
        return File.Exists(program) ? program : throw new InvalidOperationException($"build the server first: {program} is not there");
    }
}
