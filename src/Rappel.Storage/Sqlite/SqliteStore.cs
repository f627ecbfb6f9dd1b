using System.Threading;
using Dapper;
using Microsoft.Data.Sqlite;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Sqlite;

/// <summary>
/// The store of a single machine: one SQLite database. One connection writes; reads have connections of their own, so that
/// they never hold up a commit. Any member may be called from any thread.
/// </summary>
/// <remarks>
/// The whole file is not checked at start: it would hold up callers after a crash, and WAL needs no repair.
/// <see cref="CheckIntegrity"/> does it when asked.
/// </remarks>
public sealed partial class SqliteStore : IServerStore
{
    private readonly string _path;
    private readonly DatabaseFile _file;
    private readonly SqliteWriter _writer;
    private readonly Lock _writing = new();

    private volatile bool _disposed;

    private SqliteStore(string path, DatabaseFile file, SqliteWriter writer)
    {
        _path = path;
        _file = file;
        _writer = writer;
    }

    /// <summary>Opens or makes the database and brings it to this program's schema. Throws <see cref="StoreException"/>: in use, unreadable,
    /// read-only, damaged, another program's, or a newer program's.</summary>
    public static SqliteStore Open(SqliteStoreOptions options)
    {
        var file = DatabaseFile.Claim(options);
        try
        {
            return Explained(options.File, () =>
            {
                var connection = file.OpenWriter();
                try
                {
                    SchemaUpgrade.Run(connection, options.File, Migration.BuiltIn("Sqlite"), options.Clock);
                    SqliteRollupBackfill.RunIfDue(connection);
                    return new SqliteStore(options.File, file, new SqliteWriter(connection));
                }
                catch
                {
                    connection.Dispose();
                    throw;
                }
            });
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Apply(IReadOnlyList<Batch> batches)
    {
        if (batches.All(b => b.IsEmpty))
        {
            return;
        }

        Write(_ => _writer.Write(batches.Where(b => !b.IsEmpty).SelectMany(b => b.Rows)));
    }

    /// <inheritdoc/>
    public void SetSetting(string name, string value) => Write(connection => connection.Execute(
        "INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { name, value }));

    /// <summary>Reads the whole database and compares it with its indexes: seconds to minutes. Empty where all is well.</summary>
    public IReadOnlyList<string> CheckIntegrity() => Read<IReadOnlyList<string>>(connection =>
    {
        try
        {
            return [.. connection.Query<string>("PRAGMA quick_check").Where(line => line != "ok")];
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SqliteFailure.Damaged)
        {
            return [SqliteFailure.Explain(_path, failure).Message];
        }
    });

    public void Dispose()
    {
        lock (_writing)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;

            // The writer goes last: only it can bring the -wal into the file, and who copies the file of a stopped server gets all of it.
            _file.CloseReaders();
            _writer.Dispose();
            _file.Dispose();
        }
    }

    private void Write(Action<SqliteConnection> work)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Explained(_path, () =>
            {
                _writer.InTransaction(work);
                return true;
            });
        }
    }

    private T Read<T>(Func<SqliteConnection, T> work) => Explained(_path, () =>
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var connection = _file.OpenReader();
        return work(connection);
    });

    private static T Explained<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(path, failure);
        }
    }
}
