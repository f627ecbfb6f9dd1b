using Npgsql;

namespace Rappel.Storage.Postgres;

/// <summary>Reads the columns of one row from left to right.</summary>
/// <param name="reader">Stands on the row.</param>
/// <param name="texts">Kept from row to row.</param>
internal ref struct PostgresCursor(NpgsqlDataReader reader, SharedTexts texts) : IRowCursor
{
    private readonly NpgsqlDataReader _row = reader;
    private readonly SharedTexts _texts = texts;
    private int _next;

    public void Skip() => _next++;

    public string Text() => _texts.Get(_row.GetString(_next++));

    public string? TextOrNull() => IsNull() ? null : Text();

    public long Long() => _row.GetInt64(_next++);

    public long? LongOrNull() => IsNull() ? null : Long();

    public int Int() => checked((int)Long());

    public int? IntOrNull() => IsNull() ? null : Int();

    public bool Flag() => _row.GetBoolean(_next++);

    public Instant Moment() => new(Long(), TimeSpan.Zero);

    public Instant? MomentOrNull() => IsNull() ? null : Moment();

    public T Word<T>() where T : struct, Enum => StoredWord.Read<T>(Text());

    public T? WordOrNull<T>() where T : struct, Enum => IsNull() ? null : Word<T>();

    public T Meaning<T>(Func<string, T> read) where T : class => _texts.Meaning(Text(), read);

    /// <summary>Steps over the column where it is.</summary>
    private bool IsNull()
    {
        if (!_row.IsDBNull(_next))
        {
            return false;
        }

        _next++;
        return true;
    }
}
