using Microsoft.Data.Sqlite;

namespace Rappel.Storage.Sqlite;

/// <summary>Puts SQLite's failures into words an operator can act on.</summary>
internal static class SqliteFailure
{
    public const int Damaged = 11;

    public static StoreException Explain(string file, SqliteException failure) =>
        new($"{file}: {Reason(failure)} (SQLite {failure.SqliteErrorCode}/{failure.SqliteExtendedErrorCode}: {failure.Message})", failure)
        {
            Fault = IsOfRows(failure.SqliteErrorCode) ? StoreFault.Rows : StoreFault.Storage,
        };

    // Too big, constraint, type mismatch, parameter out of range. Everything else, a schema changed under us included, may be mended
    // while the rows wait.
    private static bool IsOfRows(int code) => code is 18 or 19 or 20 or 25;

    // Primary result codes of https://www.sqlite.org/rescode.html
    private static string Reason(SqliteException failure) => failure.SqliteErrorCode switch
    {
        5 or 6 => "the database is locked by another program; close whatever else has it open",
        8 => "the database is read-only; check the owner and the permissions of the file and of its folder",
        10 => "the disk failed while reading or writing; check the disk and the system log",
        Damaged => "the database is damaged; restore a backup, or recover it with `sqlite3 FILE .recover`",
        13 => "the disk is full; nothing was written: free some space",
        14 => "the database cannot be opened; check that its folder exists and may be written",
        19 => "the rows contradict each other",
        26 => "the file is not an SQLite database",
        _ => "the database failed",
    };
}
