using Microsoft.Data.Sqlite;

namespace Rappel.Storage.Sqlite;

/// <summary>The hash that contents are kept under, for the schema step that first keeps them.</summary>
internal static class ContentHashing
{
    public const string Function = "content_hash";

    public static void Add(SqliteConnection connection) =>
        connection.CreateFunction<string?, string?>(Function, text => text is null ? null : ContentHash.Of(text).Hex, isDeterministic: true);
}
