using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;
using Rappel.Bench.Reporting;

namespace Rappel.Bench.Calls;

/// <summary>
/// Calls into a queue of the real server at growing rates. Each is answered, hears three seconds of music and hangs up; SIPp and the
/// server share this machine, so the figures are of both together, except the server's own processor time.
/// </summary>
internal static class CallLoad
{
    private const int Seconds = 5;

    /// <summary>Calls a second that are not counted: a server compiles its code as it first runs.</summary>
    private const int WarmingUp = 40;

    private const double WorstShareFailed = 0.1;
    private static readonly int[] Rates = [10, 25, 50, 100, 150, 200, 300, 400, 600];

    /// <returns>1 where no rate was carried without a failed call.</returns>
    public static async Task<int> Run()
    {
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        var folder = Path.Combine(Checkout.Root, "artifacts", "bench", "calls");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, true);
        }

        Directory.CreateDirectory(folder);
        using var ports = PortBlock.Take();
        using var ear = Ear(ports.Next(2));
        using var server = new LoadServer(ports, folder);
        await server.Start();
        Console.Error.WriteLine("warming up ...");
        await Stage(WarmingUp);
        var stages = new List<CallStage>();
        foreach (var rate in Rates)
        {
            Console.Error.WriteLine($"{rate} calls a second for {Seconds} s ...");
            var stage = await Stage(rate);
            stages.Add(stage);
            if (stage.ShareFailed > WorstShareFailed)
            {
                break;
            }
        }

        Console.WriteLine();
        PlainTable.Print(CallStage.Heads, stages.Select(stage => stage.Cells));
        Console.WriteLine("Each call: INVITE to BYE with 3 s of music (150 packets). Set-up is from INVITE to 200. Server processor time from /proc/PID/stat.");
        return stages.Any(stage => stage.Failed == 0) ? 0 : 1;

        Task<CallStage> Stage(int rate) => CallStage.Run(rate, rate * Seconds, server, ((IPEndPoint)ear.LocalEndPoint!).Port, ports, folder);
    }

    /// <summary>Leaves neither server nor SIPp behind.</summary>
    private static void End(PosixSignalContext signal)
    {
        ChildProcess.KillAll();
        Environment.Exit(130);
    }

    /// <summary>Where the music goes: bound, so that no packet comes back refused, and never read, so that it costs us nothing.</summary>
    private static Socket Ear(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }
}
