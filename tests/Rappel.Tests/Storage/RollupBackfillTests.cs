using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Reports;
using Rappel.Storage.Sqlite;

namespace Rappel.Tests.Storage;

/// <summary>A database from before anything was counted, as this program finds it.</summary>
public sealed class RollupBackfillTests : IDisposable
{
    private static readonly Instant Start = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("rappel.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_there_is_counted_as_if_it_had_been_counted_from_the_beginning()
    {
        WriteADay();
        var counted = Counts();
        Assert.True(counted.Count > 20, $"{counted.Count} counts");
        Run([.. RollupTable.All.Select(t => $"DELETE FROM {t.Name}"), "INSERT INTO setting (name, value) VALUES ('rollups', 'due')"]);

        SqliteStore.Open(new(Database)).Dispose();

        Assert.Equal(counted, Counts());
    }

    [Fact]
    public void It_is_counted_once()
    {
        WriteADay();
        var counted = Counts();

        SqliteStore.Open(new(Database)).Dispose();

        Assert.Equal(counted, Counts());
    }

    private void WriteADay()
    {
        var rows = new ReportRows(7, TenantId.Default, Start);
        using var store = SqliteStore.Open(new(Database));
        AgentStatus[] statuses = [AgentStatus.Available, AgentStatus.Busy, AgentStatus.WrapUp, AgentStatus.OnBreak];
        for (var i = 0; i < 100; i++)
        {
            var at = Start.AddMinutes(i);
            store.Apply([new Batch(1, [
                rows.Any(),
                new StoreRow.OfAgent(new AgentRow(TenantId.Default, "1001", statuses[i % 4], at, at)),
                new StoreRow.OfJournal(new JournalRow(TenantId.Default, at, "agent-1001", "status", Words(statuses[i % 4]), null)),
            ])]);
        }
    }

    private static string Words(AgentStatus status) => Rappel.Storage.Words.Of(status);

    private List<string> Counts()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return [.. RollupTable.All.SelectMany(table => connection.Query(
            $"SELECT * FROM {table.Name} WHERE {string.Join(" OR ", table.Counters.Select(c => c + " <> 0"))} ORDER BY {string.Join(", ", table.Keys.Prepend("slot"))}")
            .Select(row => table.Name + " " + string.Join(' ', ((IDictionary<string, object>)row).Values)))];
    }

    private void Run(params IEnumerable<string> statements)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            connection.Execute(statement);
        }
    }
}
