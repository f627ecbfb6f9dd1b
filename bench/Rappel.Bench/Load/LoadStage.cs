using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Bench.Load;

/// <summary>A server and everybody around it, for one run of one scenario.</summary>
internal sealed class LoadStage : IDisposable
{
    private const int FillTries = 4;

    private static readonly TimeSpan Stay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2.5);

    private readonly string folder;
    private readonly List<PortBlock> blocks = [];
    private readonly LoadServer? server;
    private readonly List<ChildProcess> staying = [];
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
        Ear = new RtpEar(Ports.Next(2), Music);
        if (options.Target is null)
        {
            server = new LoadServer(Ports, folder, configuration);
        }
    }

    public PortBlock Ports { get; private set; }

    public RtpEar Ear { get; }

    /// <summary>What the callers hear.</summary>
    public MusicListener Music { get; } = new();

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

    /// <summary>Callers who stay until the end of the run. Those who are refused try again, more slowly, some times.</summary>
    /// <param name="number">What they dial, where not the usual.</param>
    /// <param name="ear">Where they listen, where not at <see cref="Ear"/>.</param>
    /// <returns>How many are there.</returns>
    public async Task<int> Fill(int callers, double rate, string direction = "sendrecv", string? number = null, int? ear = null)
    {
        var missing = callers;
        for (var tries = 0; tries < FillTries && missing > 0; tries++, rate /= 2)
        {
            var own = Path.Combine(folder, $"sipp-{++played}");
            var target = Target with { Number = number ?? Target.Number };
            staying.Add(new SippCalls(rate, missing, Stay, direction).Start(target, ear ?? Ear.Port, FreshPorts(), own));
            await Task.Delay(TimeSpan.FromSeconds(missing / rate) + Settling);
            missing -= Math.Min(missing, SippOutcome.UnderWay(own));
        }

        if (missing > 0)
        {
            Console.Error.WriteLine($"  {missing} of {callers} callers were not let in");
        }

        return callers - missing;
    }

    /// <summary>A server compiles its code as it first runs: calls that are not counted, slowly and then faster.</summary>
    public async Task WarmUp()
    {
        var hold = TimeSpan.FromSeconds(1);
        await Play(SippCalls.For(50, TimeSpan.FromSeconds(4), hold));
        await Play(SippCalls.For(150, TimeSpan.FromSeconds(4), hold));
        await Task.Delay(TimeSpan.FromSeconds(1));
        Music.Forget();
    }

    public void Dispose()
    {
        staying.ForEach(callers => callers.Dispose());
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
