using Microsoft.Data.Sqlite;

namespace Rappel.Storage.Sqlite;

/// <param name="File">Path of the database. Its folder is made where it does not exist.</param>
public sealed record SqliteStoreOptions(string File)
{
    /// <summary>How long a statement waits for a lock held by another connection (a backup, a shell) before it fails.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Tells when a migration was applied; nothing else here reads a clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>For tests that need a database that is full or refuses writes.</summary>
    internal Action<SqliteConnection>? WriterOpened { get; init; }

}
