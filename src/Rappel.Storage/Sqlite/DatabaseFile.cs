using System.IO;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Rappel.Storage.Sqlite;

/// <summary>The database on disk: its permissions, its owner's lock, and how connections to it are opened.</summary>
internal sealed class DatabaseFile : IDisposable
{
    /// <summary>A journal (-wal) that a burst made larger is cut back to this.</summary>
    private const long JournalSizeLimit = 64L << 20;

    private readonly SqliteStoreOptions _options;
    private readonly FileStream _lock;
    private readonly string _readers;

    private DatabaseFile(SqliteStoreOptions options, FileStream owned)
    {
        _options = options;
        _lock = owned;
        _readers = new SqliteConnectionStringBuilder
        {
            DataSource = options.File,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = true,
            DefaultTimeout = Seconds(options.BusyTimeout),
        }.ToString();
    }

    /// <summary>
    /// Makes folder and file where they are not there, closed to other users (the database holds secrets and phone numbers), and locks
    /// them against a second process: two engines on one database would ring each customer twice.
    /// </summary>
    public static DatabaseFile Claim(SqliteStoreOptions options)
    {
        try
        {
            CreateClosed(options.File);
            return new DatabaseFile(options, new FileStream(options.File + ".lock", OwnerOnly(FileMode.OpenOrCreate)));
        }
        catch (IOException failure) when (File.Exists(options.File + ".lock"))
        {
            throw new StoreException($"{options.File} is in use by another process of this program. Stop it first, or name another file.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{options.File} cannot be made or opened: {failure.Message}", failure);
        }
    }

    /// <summary>Opens the one connection that writes. WAL lets readers go on meanwhile; FULL makes a commit wait for the disk.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _options.File,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = Seconds(_options.BusyTimeout),
        }.ToString());
        try
        {
            connection.Open();
            var mode = connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
            if (mode != "wal")
            {
                throw new StoreException($"{_options.File}: this file system does not support the write-ahead log (journal mode stays '{mode}').");
            }

            connection.Execute($"PRAGMA synchronous = FULL; PRAGMA journal_size_limit = {JournalSizeLimit}");

            // The provider waits for a lock in its own commands; what is prepared straight on SQLite must wait as long.
            connection.Execute($"PRAGMA busy_timeout = {(long)_options.BusyTimeout.TotalMilliseconds}");
            _options.WriterOpened?.Invoke(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>From the pool; dispose of it to give it back. Cannot write.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_readers);
        connection.Open();
        return connection;
    }

    public void CloseReaders()
    {
        using var any = new SqliteConnection(_readers);
        SqliteConnection.ClearPool(any);
    }

    public void Dispose()
    {
        CloseReaders();
        _lock.Dispose();
    }

    private static void CreateClosed(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (!File.Exists(file) && !Directory.Exists(file))
        {
            // Before SQLite does it: -wal and -shm then take the same permissions over.
            new FileStream(file, OwnerOnly(FileMode.CreateNew)).Dispose();
        }
    }

    private static FileStreamOptions OwnerOnly(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
}
