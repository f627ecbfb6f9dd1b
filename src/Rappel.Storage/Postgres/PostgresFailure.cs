using Npgsql;

namespace Rappel.Storage.Postgres;

/// <summary>Puts PostgreSQL's failures into words an operator can act on.</summary>
internal static class PostgresFailure
{
    public static StoreException Explain(NpgsqlException failure) => failure is PostgresException told
        ? new($"PostgreSQL: {Reason(told.SqlState)} ({told.SqlState}: {told.MessageText})", failure)
        {
            Fault = IsOfRows(told.SqlState) ? StoreFault.Rows : StoreFault.Storage,
        }
        : new($"PostgreSQL: the server cannot be reached, or the connection broke ({failure.Message})", failure);

    // https://www.postgresql.org/docs/current/errcodes-appendix.html: 22 data exception, 23 integrity constraint violation. Everything else
    // may be mended while the rows wait.
    private static bool IsOfRows(string state) => state[..2] is "22" or "23";

    private static string Reason(string state) => state switch
    {
        "25006" => "the database is read-only (a standby, or set so)",
        "3D000" => "the database does not exist; create it and name it in the connection string",
        "3F000" => "the schema does not exist",
        "42501" => "this user lacks a right; make it the owner of the database",
        "53100" => "the disk is full; nothing was written: free some space",
        "53300" => "the server takes no more connections",
        "57014" => "the statement took too long",
        _ => state[..2] switch
        {
            "08" => "the connection broke",
            "22" or "23" => "the rows contradict each other",
            "28" => "user or password are wrong",
            "57" => "the server is being stopped or started",
            _ => "the database failed",
        },
    };
}
