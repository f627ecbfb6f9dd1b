using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Chaos;

/// <summary>The server under load, killed again and again, with faults of the disk in between. Everything that must be known afterwards is in
/// the logs of the callers and of the carrier, and in the store.</summary>
internal sealed class ChaosRun(ChaosServer server, SmallDisk disk, int kills, int seed, TextWriter output)
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    // The first kills of a run have one of each, so that a short run knows them all.
    private static readonly Fault[] First = [Fault.DiskFull, Fault.KilledWhileStarting, Fault.ReadOnlyAtStart, Fault.Locked, Fault.LockedAtStart];

    private const string WithFullDisk = "with the disk full";

    private readonly Draw draw = new(seed, "kills");
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan started = TimeSpan.FromSeconds(2);

    /// <summary>What was not as it should be, besides what the store says.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>When no server served: from a kill until the next was ready, in ticks.</summary>
    public List<(long From, long To)> Down { get; } = [];

    public int Killed { get; private set; }

    public Dictionary<Fault, int> Met { get; } = [];

    /// <summary>Kills, and leaves a server that runs.</summary>
    public async Task<ChildProcess> Kill()
    {
        var downFrom = DateTime.UtcNow.Ticks;
        while (Killed < kills)
        {
            var before = Killed;
            var fault = NextFault();
            var words = await Cycle(fault, downFrom);
            if (Killed > before)
            {
                Met[fault] = Met.GetValueOrDefault(fault) + 1;
                downFrom = DateTime.UtcNow.Ticks;
                output.WriteLine($"  {clock.Elapsed:mm\\:ss} kill {Killed}: {words}");
            }
            else if (Wrong.Count > 20)
            {
                break;
            }
        }

        var last = server.Launch();
        await Ready(last, downFrom);
        return last;
    }

    private Fault NextFault()
    {
        var fault = Killed < First.Length ? First[Killed] : draw.Next() switch
        {
            < 0.15 => Fault.KilledWhileStarting,
            < 0.23 => Fault.DiskFull,
            < 0.28 => Fault.DiskFullAtStart,
            < 0.32 => Fault.ReadOnlyAtStart,
            < 0.38 => Fault.Locked,
            < 0.41 => Fault.LockedAtStart,
            _ => Fault.None,
        };
        return fault is Fault.DiskFull or Fault.DiskFullAtStart or Fault.ReadOnlyAtStart && !disk.IsOwn ? Fault.None : fault;
    }

    private async Task<string> Cycle(Fault fault, long downFrom)
    {
        if (fault == Fault.ReadOnlyAtStart)
        {
            await StartsOnReadOnly();
        }
        else if (fault == Fault.DiskFullAtStart)
        {
            await StartsOnFull();
        }
        else if (fault == Fault.LockedAtStart)
        {
            await StartsOnLocked();
        }

        using var run = server.Launch();
        if (fault == Fault.KilledWhileStarting)
        {
            var after = draw.Between(0, started.TotalSeconds * 1.1);
            await Waiting.Pass(after);
            Kill(run);
            return $"{after.TotalSeconds:0.0} s after it was started";
        }

        if (!await Ready(run, downFrom))
        {
            return "never ready";
        }

        var since = Stopwatch.StartNew();
        await Waiting.Pass(draw.Between(0.3, fault == Fault.None ? 8 : 2));
        var how = fault switch
        {
            Fault.DiskFull => await WithDiskFull(run),
            Fault.Locked => await WithDatabaseLocked(),
            Fault.LockedAtStart => "after a start on a locked database",
            Fault.ReadOnlyAtStart => "after a start on a read-only disk was refused",
            Fault.DiskFullAtStart => "after a start on a full disk",
            _ => "",
        };
        if (how == WithFullDisk)
        {
            Killed++;
        }
        else
        {
            Kill(run);
        }

        return $"{since.Elapsed.TotalSeconds:0.0} s after it was ready{(how.Length > 0 ? $", {how}" : "")}";
    }

    private async Task<bool> Ready(ChildProcess run, long downFrom)
    {
        var clock = Stopwatch.StartNew();
        if (await run.Line(line => line == "rappel ready", StartTime) is null)
        {
            Wrong.Add($"the server did not become ready: {Last(run)}");
            run.Kill();
            return false;
        }

        started = clock.Elapsed;
        Down.Add((downFrom, DateTime.UtcNow.Ticks));
        return true;
    }

    private void Kill(ChildProcess run)
    {
        if (run.HasExited)
        {
            Wrong.Add($"the server {run.Name} ended by itself: {Last(run)}");
            return;
        }

        run.Kill();
        Killed++;
    }

    private async Task<string> WithDiskFull(ChildProcess run)
    {
        disk.Fill();
        await Waiting.Pass(draw.Between(1.5, 4));
        if (draw.Happens(0.5))
        {
            run.Kill();
            disk.Free();
            return WithFullDisk;
        }

        disk.Free();
        await Waiting.Pass(draw.Between(0, 3));
        return "after the disk was full for a while";
    }

    private async Task<string> WithDatabaseLocked()
    {
        using (Lock())
        {
            await Waiting.Pass(draw.Between(1, 7));
        }

        await Waiting.Pass(draw.Between(0, 2));
        return "after another program had locked the database";
    }

    private async Task StartsOnReadOnly()
    {
        if (!disk.SetReadOnly(true))
        {
            Wrong.Add("the disk could not be made read-only");
            return;
        }

        using (var refused = server.Launch())
        {
            var code = await refused.Exited(StartTime);
            if (code is null or 0 || !(Says(refused, "read-only") || Says(refused, "may not be written")))
            {
                Wrong.Add($"on a read-only disk the server ended with {code?.ToString() ?? "nothing"} and said: {Last(refused)}");
            }
        }

        disk.SetReadOnly(false);
    }

    // It may serve (what it promises waits for room) or end and say why.
    private async Task StartsOnFull()
    {
        disk.Fill();
        using (var run = server.Launch())
        {
            if (await run.Exited(started + draw.Between(0.5, 3)) is not null && !(Says(run, "full") || Says(run, "space")))
            {
                Wrong.Add($"on a full disk the server ended and said: {Last(run)}");
            }
        }

        disk.Free();
    }

    // Whether it needs to write while it starts is its own affair; where it does it must say why it cannot.
    private async Task StartsOnLocked()
    {
        using var held = Lock();
        using var run = server.Launch();
        if (await run.Exited(started + draw.Between(0.5, 7)) is not null && !Says(run, "locked"))
        {
            Wrong.Add($"on a locked database the server ended and said: {Last(run)}");
        }
    }

    /// <summary>Another program that writes, and takes its time.</summary>
    private SqliteConnection Lock()
    {
        var other = new SqliteConnection($"Data Source={server.Database};Pooling=False;Default Timeout=10");
        other.Open();
        Execute(other, "BEGIN IMMEDIATE");
        return other;
    }

    private static bool Says(ChildProcess run, string word) => run.Lines.Any(l => l.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Last(ChildProcess run) => string.Join(" | ", run.Lines.TakeLast(3).Select(l => l.Length > 200 ? l[..200] : l));

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Fixed texts.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
