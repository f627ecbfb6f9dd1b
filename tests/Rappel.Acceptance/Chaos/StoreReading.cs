using Microsoft.Data.Sqlite;

namespace Rappel.Acceptance.Chaos;

/// <summary>A request as it lies in the store. Moments are UTC ticks.</summary>
internal sealed record StoredRequest(
    long Id, string Number, string Queue, string Status, bool IsFinal, long RequestedAt, long ExpiresAt, long? EndedAt, int AttemptsUsed, int? CurrentAttempt);

/// <summary>An attempt as it lies in the store.</summary>
internal sealed record StoredAttempt(long Request, int Serial, long? RungAt, string? Outcome);

/// <summary>The store read with SQL, by nothing of the server's.</summary>
internal sealed class StoreReading
{
    private StoreReading(IReadOnlyDictionary<long, StoredRequest> requests, IReadOnlyList<StoredAttempt> attempts, IReadOnlyList<string> damage)
    {
        Requests = requests;
        Attempts = attempts;
        Damage = damage;
    }

    public IReadOnlyDictionary<long, StoredRequest> Requests { get; }

    public IReadOnlyList<StoredAttempt> Attempts { get; }

    /// <summary>What SQLite's own check finds; empty where all is well.</summary>
    public IReadOnlyList<string> Damage { get; }

    public static StoreReading Of(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        var requests = Rows(
            connection,
            "SELECT id, number, queue, status, is_final, requested_at, expires_at, ended_at, attempts_used, current_attempt FROM callback ORDER BY id",
            r => new StoredRequest(
                r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4) != 0, r.GetInt64(5), r.GetInt64(6),
                r.IsDBNull(7) ? null : r.GetInt64(7), r.GetInt32(8), r.IsDBNull(9) ? null : r.GetInt32(9)));
        var attempts = Rows(
            connection, "SELECT callback_id, serial, rung_at, outcome FROM attempt ORDER BY callback_id, serial",
            r => new StoredAttempt(r.GetInt64(0), r.GetInt32(1), r.IsDBNull(2) ? null : r.GetInt64(2), r.IsDBNull(3) ? null : r.GetString(3)));
        var damage = Rows(connection, "PRAGMA integrity_check", r => r.GetString(0)).Where(line => line != "ok")
            .Concat(Rows(connection, "PRAGMA foreign_key_check", r => $"a row of {r.GetString(0)} refers to nothing")).ToList();
        return new StoreReading(requests.ToDictionary(r => r.Id), attempts, damage);
    }

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Fixed texts.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
