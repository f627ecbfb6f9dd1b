using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Load;

/// <summary>A server and everybody around it, for one run of one scenario.</summary>
internal sealed class LoadStage : IDisposable
{
    private readonly string folder;
    private readonly List<PortBlock> blocks = [];
    private readonly LoadServer? server;
    private int played;

    private LoadStage(LoadOptions options, string name, string configuration)
    {
        folder = Path.Combine(Checkout.Root, "artifacts", "bench", name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, true);
        }

        Directory.CreateDirectory(folder);
        Ports = PortBlock.Take();
        blocks.Add(Ports);
        Ear = new RtpEar(Ports.Next(2));
        if (options.Target is null)
        {
            server = new LoadServer(Ports, folder, configuration);
        }
    }

    public PortBlock Ports { get; private set; }

    public RtpEar Ear { get; }

    public LoadTarget Target { get; private set; } = null!;

    public LoadServer Server => server ?? throw new InvalidOperationException("this part needs our own server");

    /// <param name="name">Of the folder for its traces, under <c>artifacts/bench</c>.</param>
    /// <param name="configuration">Folder with the server's configuration.</param>
    public static async Task<LoadStage> Set(LoadOptions options, string name, string? configuration = null)
    {
        var stage = new LoadStage(options, name, configuration ?? Path.Combine(Checkout.Root, "bench", "load"));
        if (stage.server is not null)
        {
            await stage.server.Start();
        }

        stage.Target = options.Target ?? new LoadTarget("127.0.0.1", stage.Server.SipPort, stage.Server.Id);
        return stage;
    }

    /// <summary>Callers from the first to the last; other calls may go on meanwhile.</summary>
    public Task<SippOutcome> Play(SippCalls calls) => calls.Play(Target, Ear.Port, FreshPorts(), Path.Combine(folder, $"sipp-{++played}"));

    /// <summary>Callers who stay; they leave when the program is disposed.</summary>
    public Rappel.Acceptance.Endpoints.ChildProcess Hold(SippCalls calls) => calls.Start(Target, Ear.Port, FreshPorts(), Path.Combine(folder, $"sipp-{++played}"));

    /// <summary>A server compiles its code as it first runs: calls that are not counted, slowly and then faster.</summary>
    public async Task WarmUp()
    {
        var hold = TimeSpan.FromSeconds(1);
        await Play(SippCalls.For(50, TimeSpan.FromSeconds(4), hold));
        await Play(SippCalls.For(150, TimeSpan.FromSeconds(4), hold));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Ear.Forget();
    }

    public void Dispose()
    {
        server?.Dispose();
        Ear.Dispose();
        blocks.ForEach(block => block.Dispose());
    }

    /// <summary>A block has room for about ten programs.</summary>
    private PortBlock FreshPorts()
    {
        if (played % 10 == 9)
        {
            Ports = PortBlock.Take();
            blocks.Add(Ports);
        }

        return Ports;
    }
}
