using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;
using Rappel.Bench.Load;
using Rappel.Bench.Reporting;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Sqlite;

namespace Rappel.Bench.Backlog;

/// <summary>The real server starting with many pending requests: how long until it is ready, and in how much memory.</summary>
internal static class BacklogRun
{
    private const int RequestsATransaction = 10_000;

    /// <summary>After <c>rappel ready</c>: what the start left to do is done, and the collector has had its chance.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    private static readonly int[] Sizes = [0, 100_000, 1_000_000];

    private static long _ofNone;

    public static async Task<int> Run()
    {
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        var folder = Path.Combine(Checkout.Root, "artifacts", "bench", "backlog");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, true);
        }

        var rows = new List<IReadOnlyList<string>>();
        foreach (var size in Sizes)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, $"{size}")).FullName;
            Console.Error.WriteLine($"{size} pending requests ...");
            var filled = Fill(Path.Combine(own, "data"), size);
            rows.Add(await Start(own, size, filled));
        }

        Console.WriteLine();
        PlainTable.Print(["pending requests", "written in", "ready in", "processor time", "most resident", "resident after", "bytes a request"], rows);
        Console.WriteLine("Ready: from starting the program to its line `rappel ready`. Resident: VmHWM and VmRSS of /proc/PID/status.");
        return 0;
    }

    /// <summary>Makes a store with so many pending requests.</summary>
    /// <param name="data">The data folder.</param>
    public static TimeSpan Fill(string data, int count)
    {
        var clock = Stopwatch.StartNew();
        var source = new BacklogRows(TimeProvider.System.GetUtcNow());
        using var store = SqliteStore.Open(new SqliteStoreOptions(Path.Combine(data, "rappel.db")));
        for (var first = 1; first <= count; first += RequestsATransaction)
        {
            store.Apply([new Batch(first, [.. Enumerable.Range(first, Math.Min(RequestsATransaction, count - first + 1)).SelectMany(n => source.Rows(n, count))])]);
        }

        return clock.Elapsed;
    }

    private static async Task<IReadOnlyList<string>> Start(string folder, int count, TimeSpan filled)
    {
        using var ports = PortBlock.Take();
        using var server = new LoadServer(ports, folder, Path.Combine(Checkout.Root, "bench", "backlog"));
        await server.Start();
        var (ready, processor) = (server.StartedIn, ProcessorUse.Of(server.Id));
        await Task.Delay(Settling);
        var most = ProcessorUse.Resident(server.Id, most: true);
        var after = ProcessorUse.Resident(server.Id);
        _ofNone = count == 0 ? after : _ofNone;
        return
        [
            $"{count}", Seconds(filled), Seconds(ready), Seconds(TimeSpan.FromSeconds(processor.Total)), Megabytes(most), Megabytes(after), count == 0 ? "-" : $"{(after - _ofNone) / count}",
        ];
    }

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.0} s");

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1048576.0:0} MiB");

    /// <summary>Leaves no server behind.</summary>
    private static void End(PosixSignalContext signal)
    {
        ChildProcess.KillAll();
        Environment.Exit(130);
    }
}
