using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>The server's program, started over and over on one data folder.</summary>
internal sealed class ChaosServer : IDisposable
{
    public const string AgentPassword = "chaos-agent";
    private const string Token = "chaos-token";
    private const int RtpPorts = 150;

    private readonly string folder;
    private readonly Dictionary<string, string> environment;
    private int runs;

    public ChaosServer(PortBlock ports, string folder, string dataFolder, string configuration)
    {
        this.folder = Directory.CreateDirectory(Path.Combine(folder, "server")).FullName;
        DataFolder = dataFolder;
        HttpPort = ports.Next(1);
        SipPort = ports.Next(1);
        CarrierPort = ports.Next(1);
        var rtp = ports.Next(RtpPorts);
        environment = new Dictionary<string, string>
        {
            ["HTTP_PORT"] = $"{HttpPort}",
            ["SIP_PORT"] = $"{SipPort}",
            ["BIND"] = "127.0.0.1",
            ["RTP_PORTS"] = $"{rtp}-{rtp + RtpPorts - 1}",
            ["DATA_DIR"] = dataFolder,
            ["CONFIG"] = configuration,
            ["CARRIER"] = $"127.0.0.1:{CarrierPort}",
            ["ADMIN_PASSWORD"] = "chaos-admin",
            ["API_TOKEN"] = Token,
            ["AGENT_PASSWORD"] = AgentPassword,
        };
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{HttpPort}/"), Timeout = TimeSpan.FromSeconds(15) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public string DataFolder { get; }

    public string Database => Path.Combine(DataFolder, "rappel.db");

    public int HttpPort { get; }

    public int SipPort { get; }

    public int CarrierPort { get; }

    public HttpClient Http { get; }

    /// <summary>Begins; it says "rappel ready" when it serves.</summary>
    public ChildProcess Launch() => new($"run{++runs:000}", RappelServer.Program(), [], folder, environment);

    public void Dispose() => Http.Dispose();
}
