using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>One run, from its folder to its verdict.</summary>
internal static class ChaosShow
{
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(30);

    /// <returns>The exit code: 0 where all is as it must be.</returns>
    public static async Task<int> Play(int kills, int seed, TextWriter output)
    {
        using var traces = TraceFolder.Take("chaos");
        var folder = traces.Path;
        var clock = Stopwatch.StartNew();
        var disk = SmallDisk.Mount(Path.Combine(folder, "disk"));
        output.WriteLine($"{kills} kills, seed {seed}; traces in {Path.GetRelativePath(Checkout.Root, folder)}");
        try
        {
            using var ports = PortBlock.Take();
            using var server = new ChaosServer(ports, folder, Path.Combine(disk.Path, "data"), ChaosConfiguration.Write(Path.Combine(folder, "configuration")));
            using var promises = new DurableLog(Path.Combine(folder, "promises.tsv"));
            using var calls = new DurableLog(Path.Combine(folder, "carrier.tsv"));
            var run = new ChaosRun(server, disk, kills, seed, output);
            var (load, stuck, sipp) = await UnderLoad(run, server, ports, folder, promises, calls, seed, kills);
            var stoppedAt = DateTime.UtcNow.Ticks;
            var verdict = new Verdict(StoreReading.Of(server.Database), promises.Lines, sipp, calls.Lines, stoppedAt);
            File.Copy(server.Database, Path.Combine(folder, "rappel.db"), overwrite: true);
            return Judge(verdict, run, disk, stuck, load, folder, server, seed, clock.Elapsed, output);
        }
        finally
        {
            disk.Unmount();
        }
    }

    private static async Task<(HttpLoad Load, IReadOnlyList<string> Stuck, IReadOnlyList<string> Sipp)> UnderLoad(
        ChaosRun run, ChaosServer server, PortBlock ports, string folder, DurableLog promises, DurableLog calls, int seed, int kills)
    {
        using var carrier = new ChaosCarrier(server.CarrierPort, calls, new Draw(seed, "customers"));
        using var end = new CancellationTokenSource();
        var load = new HttpLoad(server.Http, promises, new Draw(seed, "program"), end.Token);
        var agents = ChaosConfiguration.Agents
            .Select(a => new ChaosAgent(a, ChaosServer.AgentPassword, server.SipPort, new Draw(seed, a))).ToList();
        var sipp = new SippLoad(folder, server.SipPort, ports.Next(4));
        try
        {
            Task[] working = [load.Ask(), load.Supervise(), CallIn(server, promises, new Draw(seed, "callers"), end.Token)];
            using var last = await run.Kill();
            var promised = sipp.Promised;
            await Waiting.Pass(TimeSpan.FromSeconds(kills > 10 ? 20 : 8)); // what was begun comes to its end
            var stuck = await Stuck(server, run);
            await end.CancelAsync();
            await Task.WhenAll(working);
            promised = sipp.Promised;
            sipp.Dispose();
            last.Terminate();
            if (await last.Exited(EndTime) is not 0 and var code)
            {
                run.Wrong.Add($"at SIGTERM the server ended with {code?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}");
            }

            return (load, stuck, promised);
        }
        finally
        {
            sipp.Dispose();
            agents.ForEach(a => a.Dispose());
        }
    }

    private static async Task CallIn(ChaosServer server, DurableLog promises, Draw draw, CancellationToken end)
    {
        var number = 2_000_000;
        var calls = new List<Task>();
        while (!end.IsCancellationRequested)
        {
            await Waiting.Pass(draw.Between(0.1, 0.9));
            calls.RemoveAll(c => c.IsCompleted);
            calls.Add(ChaosCaller.Call($"+1514{++number}", ChaosConfiguration.Channel, server.SipPort, promises, draw));
        }

        await Task.WhenAll(calls);
    }

    /// <summary>Agents who are in a state that ends by itself for longer than it can last.</summary>
    private static async Task<IReadOnlyList<string>> Stuck(ChaosServer server, ChaosRun run)
    {
        try
        {
            var agents = await HttpLoad.Agents(server.Http, CancellationToken.None);
            return [.. agents
                .Where(a => DateTime.UtcNow - a.Since > (a.Status switch
                {
                    "offered" => TimeSpan.FromSeconds(20),
                    "wrap-up" => TimeSpan.FromSeconds(10),
                    "busy" => TimeSpan.FromSeconds(40),
                    _ => TimeSpan.MaxValue,
                }))
                .Select(a => $"{a.Agent} {a.Status} since {a.Since:HH:mm:ss}")];
        }
        catch (System.Net.Http.HttpRequestException e)
        {
            run.Wrong.Add($"the last server does not answer: {e.Message}");
            return [];
        }
    }

    private static int Judge(
        Verdict verdict, ChaosRun run, SmallDisk disk, IReadOnlyList<string> stuck, HttpLoad load, string folder, ChaosServer server, int seed, TimeSpan took,
        TextWriter output)
    {
        verdict.MustBeNone("agents stuck", stuck);
        verdict.MustBeNone("alarms in the server's logs", Directory.EnumerateFiles(Path.Combine(folder, "server"), "*.log").SelectMany(File.ReadLines)
            .Where(l => l.Contains(" error ", StringComparison.Ordinal) && (l.Contains("invariant-broken", StringComparison.Ordinal) || l.Contains("engine-fault", StringComparison.Ordinal))));
        verdict.MustBeNone("batches set aside", Directory.EnumerateFiles(server.DataFolder, "set-aside*"));
        verdict.MustBeNone("other differences", run.Wrong);
        if (!disk.IsOwn)
        {
            verdict.MustBeNone("faults that could not be had here", ["disk full and read-only start need a mount namespace (`unshare -rm`), which this machine refuses"]);
        }

        verdict.Tell("kills", run.Killed);
        verdict.Tell("accepted", verdict.Accepted);
        verdict.Tell("rung", verdict.Rung);
        verdict.Tell("second requests answered already-pending", load.AlreadyPending);
        verdict.Tell("requests that expired while the server was down", ExpiredDown(verdict, run));
        foreach (var (fault, times) in run.Met.OrderBy(m => m.Key))
        {
            verdict.Tell($"  with {fault}", times);
        }

        verdict.Tell("seconds", (int)took.TotalSeconds);
        output.WriteLine();
        verdict.Print(output);
        var good = verdict.IsGood && verdict.Accepted > 0 && verdict.Rung > 0;
        output.WriteLine(good ? "chaos: as expected" : $"chaos: DIFFERENT; to see it again: make chaos KILLS={run.Killed} SEED={seed}");
        return good ? 0 : 1;
    }

    private static int ExpiredDown(Verdict verdict, ChaosRun run) =>
        verdict.Store.Requests.Values.Count(r => r.Status == "expired" && run.Down.Any(d => r.ExpiresAt > d.From && r.ExpiresAt < d.To));
}
