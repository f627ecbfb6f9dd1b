using System.Data.Common;

namespace Rappel.Storage.Sqlite;

/// <summary>Reads the columns of one row from left to right.</summary>
internal ref struct RowCursor(DbDataReader reader)
{
    private readonly DbDataReader _reader = reader;
    private int _next;

    public void Skip() => _next++;

    public string Text() => _reader.GetString(_next++);

    public string? TextOrNull() => NextIsNull() ? null : Text();

    public long Long() => _reader.GetInt64(_next++);

    public long? LongOrNull() => NextIsNull() ? null : Long();

    public int Int() => checked((int)Long());

    public int? IntOrNull() => NextIsNull() ? null : Int();

    public bool Flag() => Long() != 0;

    public Instant Moment() => new(Long(), TimeSpan.Zero);

    public Instant? MomentOrNull() => NextIsNull() ? null : Moment();

    public T Word<T>() where T : struct, Enum
    {
        var word = Text();
        return Words.TryParse<T>(word, out var value)
            ? value
            : throw new StoreException($"The stored word '{word}' is no {typeof(T).Name} this program knows.");
    }

    public T? WordOrNull<T>() where T : struct, Enum => NextIsNull() ? null : Word<T>();

    /// <summary>Steps over a null.</summary>
    private bool NextIsNull()
    {
        if (!_reader.IsDBNull(_next))
        {
            return false;
        }

        _next++;
        return true;
    }
}
