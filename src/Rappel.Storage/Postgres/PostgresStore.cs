using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Threading;
using Dapper;
using Npgsql;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Postgres;

/// <summary>
/// The store in a PostgreSQL database, for those who run one: backups, standbys and disk space of its own. One connection writes; reads
/// have others. Any member may be called from any thread.
/// </summary>
public sealed partial class PostgresStore : IServerStore
{
    /// <summary>Most rows one page gives, whatever was asked for.</summary>
    public const int MaximumPage = 1000;

    /// <summary>Statements that a connection keeps prepared.</summary>
    private const int Prepared = 64;

    /// <summary>
    /// How statements are planned, unless the connection string says otherwise. A month of a large centre's year is 4 % of the counts, and by the
    /// standard price of a page the whole year was read to find it; compiling such statements took longer than they do.
    /// </summary>
    private const string Planning = "-c random_page_cost=1.1 -c jit=off -c work_mem=64MB";

    private readonly NpgsqlDataSource _source;
    private readonly PostgresWriter _writer;
    private readonly Lock _writing = new();
    private volatile bool _disposed;

    private PostgresStore(NpgsqlDataSource source, PostgresWriter writer)
    {
        _source = source;
        _writer = writer;
    }

    /// <summary>Brings the database to this program's schema. Throws <see cref="StoreException"/>: not to be reached, in use by another
    /// process of this program, another program's, or a newer program's.</summary>
    public static PostgresStore Open(PostgresStoreOptions options)
    {
        var source = Source(options);
        try
        {
            return Explained(() => new PostgresStore(source, PostgresWriter.Open(source, options.Clock)));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Apply(IReadOnlyList<Batch> batches)
    {
        if (batches.Any(b => !b.IsEmpty))
        {
            Write(_ => _writer.Write(batches.Where(b => !b.IsEmpty).SelectMany(b => b.Rows)));
        }
    }

    /// <inheritdoc/>
    public string? GetSetting(string name) => Read(connection =>
        connection.ExecuteScalar<string?>("SELECT value FROM setting WHERE name = @name", new { name }));

    /// <inheritdoc/>
    public void SetSetting(string name, string value) => Write(connection => connection.Execute(
        "INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { name, value }));

    public void Dispose()
    {
        lock (_writing)
        {
            if (!_disposed)
            {
                _disposed = true;
                _writer.Dispose();
                _source.Dispose();
            }
        }
    }

    private static NpgsqlDataSource Source(PostgresStoreOptions options)
    {
        try
        {
            var text = new NpgsqlConnectionStringBuilder(options.Connection)
            {
                MaxAutoPrepare = Prepared,
                AutoPrepareMinUsages = 2,
                CommandTimeout = (int)Math.Ceiling(options.StatementTime.TotalSeconds),
                ApplicationName = "rappel",
            };
            text.Options ??= Planning;
            return NpgsqlDataSource.Create(text);
        }
        catch (ArgumentException wrong)
        {
            throw new StoreException($"The connection string is not one of PostgreSQL's: {wrong.Message}", wrong);
        }
    }

    private void Write(Action<NpgsqlConnection> work)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Explained(() =>
            {
                _writer.InTransaction(work);
                return true;
            });
        }
    }

    private T Read<T>(Func<NpgsqlConnection, T> work) => Explained(() =>
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var connection = _source.OpenConnection();
        return work(connection);
    });

    /// <summary>All that is read belongs to the same moment.</summary>
    private T ReadTogether<T>(Func<NpgsqlConnection, T> work) => Read(connection =>
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        return work(connection);
    });

    internal static ImmutableArray<TRow> All<TTable, TRow>(NpgsqlConnection connection, string where, object parameters)
        where TTable : ITable<TRow>
    {
        using var reader = (DbDataReader)connection.ExecuteReader($"SELECT {string.Join(", ", TTable.Columns)} FROM {TTable.Name} WHERE {where}", parameters);
        var unwrapped = (NpgsqlDataReader)((IWrappedDataReader)reader).Reader;
        var rows = ImmutableArray.CreateBuilder<TRow>();
        var texts = new SharedTexts(SharedTexts.OfManyRows);
        while (unwrapped.Read())
        {
            var row = new PostgresCursor(unwrapped, texts);
            rows.Add(TTable.Read(ref row));
        }

        return rows.DrainToImmutable();
    }

    private static int Page(int limit) => Math.Clamp(limit, 1, MaximumPage);

    private static T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (NpgsqlException failure)
        {
            throw PostgresFailure.Explain(failure);
        }
    }
}
