using System.Diagnostics;
using System.IO;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage;
using Rappel.Storage.Postgres;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;
using Rappel.Storage.Sqlite;

namespace Rappel.Bench.Years;

/// <summary>Fills a store with a year of interactions, by the writes that the server makes, and asks it for a month.</summary>
internal static class YearRun
{
    /// <summary>Rows in one transaction.</summary>
    private const int RowsAtOnce = 40_000;

    private const int Rounds = 3;

    /// <param name="store">A folder for SQLite, or the connection string of a PostgreSQL database.</param>
    /// <param name="interactions">How many in the year.</param>
    /// <param name="shape">Whose queues, agents and script: <c>large</c>, or <c>acme</c> for the example's.</param>
    /// <param name="days">How many of its last days are filled in: all, or enough for a month.</param>
    public static int Run(string store, long interactions, string shape, int days)
    {
        using var opened = store.Contains('=', StringComparison.Ordinal)
            ? (IServerStore)PostgresStore.Open(new PostgresStoreOptions(store))
            : SqliteStore.Open(new SqliteStoreOptions(Path.Combine(store, "rappel.db")));
        var end = new Instant(DateTimeOffset.UtcNow.UtcTicks / Slot.Ticks * Slot.Ticks, TimeSpan.Zero);
        if (interactions > 0)
        {
            Fill(opened, new YearRows(end, interactions, shape == "acme" ? CentreShape.Acme : CentreShape.Large, days));
        }

        Ask(opened, end);
        return 0;
    }

    private static void Fill(IServerStore store, YearRows year)
    {
        var (clock, rows, number) = (Stopwatch.StartNew(), 0L, 0L);
        foreach (var batch in year.Rows().Chunk(RowsAtOnce))
        {
            store.Apply([new Batch(++number, [.. batch])]);
            rows += batch.Length;
            if (number % 25 == 0)
            {
                Console.WriteLine($"{rows:N0} rows, {rows / clock.Elapsed.TotalSeconds:N0}/s, {year.Interactions:N0} interactions");
            }
        }

        Console.WriteLine($"{rows:N0} rows of {year.Interactions:N0} interactions in {clock.Elapsed.TotalMinutes:N1} min");
    }

    private static void Ask(IServerStore store, Instant end)
    {
        var (from, to) = (Slot.Of(end.AddDays(-30)), Slot.Of(end));
        SlotRange[] days = [.. Enumerable.Range(0, 30).Select(d => new SlotRange(from + (96 * d), from + (96 * (d + 1))))];
        SlotRange[] quarters = [.. Enumerable.Range(from, to - from).Select(s => new SlotRange(s, s + 1))];
        foreach (var (name, ranges) in new[] { ("a month", new[] { new SlotRange(from, to) }), ("a month by day", days), ("a month by quarter of an hour", quarters) })
        {
            foreach (var table in RollupTable.All)
            {
                string[] by = table == RollupTable.Scripts ? ["script", "word"] : [table.Keys[0]];
                KeyValuePair<string, string>[] where = table == RollupTable.Scripts ? [new("path", "")] : table == RollupTable.Agents ? [new("queue", "")] : [];
                Time($"{table.Name}, {name}", () => store.Sum(TenantId.Default, new RollupQuery(table, ranges, by, where, 1_000_000)).Count);
            }
        }

        Time("ways through one script, a month", () => store.Sum(TenantId.Default, new RollupQuery(
            RollupTable.Scripts, [new SlotRange(from, to)], ["path", "kind", "word"], [new("script", "line-1")], 100_000)).Count);
        Time("medians of callbacks, a month", () => store.ConnectedCallbacks(TenantId.Default, end.AddDays(-30), end, null)
            .GroupBy(c => c.Queue).Sum(g => g.Select(c => c.ConnectedAfter).Order().Count()));
        Time("newest 200 interactions of an agent, a month", () => store.FindInteractions(
            TenantId.Default, new InteractionFilter(end.AddDays(-30), end, null, "1007", null, null, null, null, 200, null)).Count);
        Time("newest 200 abandoned of a queue, a month", () => store.FindInteractions(
            TenantId.Default, new InteractionFilter(end.AddDays(-30), end, "queue-3", null, null, null, "abandoned", null, 200, null)).Count);
    }

    private static void Time(string what, Func<int> ask)
    {
        var times = new List<double>();
        var rows = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            rows = ask();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"{what,-62} first {times[0],7:N0} ms, best {times.Min(),7:N0} ms, {rows,8:N0} rows");
    }
}
