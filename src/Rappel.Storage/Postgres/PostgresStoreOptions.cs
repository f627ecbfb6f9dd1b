namespace Rappel.Storage.Postgres;

/// <param name="Connection">Npgsql's connection string: <c>Host=...;Database=...;Username=...;Password=...</c>. Never logged.</param>
public sealed record PostgresStoreOptions(string Connection)
{
    /// <summary>How long a statement may take before it fails.</summary>
    public TimeSpan StatementTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tells when a migration was applied; nothing else here reads a clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Never the password.</summary>
    public override string ToString() => nameof(PostgresStoreOptions);
}
