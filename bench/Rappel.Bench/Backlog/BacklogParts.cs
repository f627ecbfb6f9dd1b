using System.Diagnostics;
using System.IO;
using Rappel.Acceptance.Staging;
using Rappel.Bench.Reporting;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Configuration;
using Rappel.Storage.Sqlite;

namespace Rappel.Bench.Backlog;

/// <summary>The same start in this process, taken apart.</summary>
internal static class BacklogParts
{
    public static int Run(string data)
    {
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var paused = GC.GetTotalPauseDuration();
        using var store = SqliteStore.Open(new SqliteStoreOptions(Path.Combine(data, "rappel.db")));
        Say("opened");
        var state = store.Load(TenantId.Default);
        Say($"{state.Callbacks.Length} requests loaded");
        Console.WriteLine($"live {GC.GetTotalMemory(true) >> 20} MiB");
        clock.Restart();
        ulong entropy = 1;
        var engine = new ContactCentre(
            new EngineSettings("127.0.0.1", 5060), Centre(), state, () => entropy += 0x9E3779B97F4A7C15UL, TimeProvider.System.GetUtcNow());
        Say("engine started");
        var outputs = 0;
        while (engine.TryTake(out _))
        {
            outputs++;
        }

        Console.WriteLine($"{outputs} outputs");
        state = null;
        Console.WriteLine($"live {GC.GetTotalMemory(true) >> 20} MiB, collections {GC.CollectionCount(0)} {GC.CollectionCount(1)} {GC.CollectionCount(2)}, pause {GC.GetTotalPauseDuration().TotalSeconds:0.0} s");
        GC.KeepAlive(engine);
        return 0;

        void Say(string what)
        {
            Console.WriteLine(FormattableString.Invariant($"{what}: {clock.Elapsed.TotalSeconds:0.00} s, CPU {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} s, collecting {(GC.GetTotalPauseDuration() - paused).TotalSeconds:0.00} s"));
            clock.Restart();
            cpu = Environment.CpuUsage.TotalTime;
            paused = GC.GetTotalPauseDuration();
        }
    }

    public static ConfigurationSnapshot Centre()
    {
        var result = ConfigurationReader.FromFolder(Path.Combine(Checkout.Root, "bench", "backlog"), TenantId.Default, 1, new Dictionary<string, string> { ["AGENT_PASSWORD"] = "bench" });
        return result.Snapshot ?? throw new InvalidOperationException(ConfigurationReport.Format(result.Problems));
    }
}
