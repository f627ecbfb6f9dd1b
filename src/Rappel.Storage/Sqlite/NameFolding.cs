using Microsoft.Data.Sqlite;

namespace Rappel.Storage.Sqlite;

/// <summary>Small letters for comparing names. SQLite's own lower() knows those of English only, and would not find Éva by éva.</summary>
internal static class NameFolding
{
    public const string Function = "fold_name";

    public static string Fold(string name) => name.ToLowerInvariant();

    public static void Add(SqliteConnection connection) =>
        connection.CreateFunction<string?, string?>(Function, name => name is null ? null : Fold(name), isDeterministic: true);
}
