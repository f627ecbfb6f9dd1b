using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rappel.Storage.Sqlite;

/// <summary>
/// Reads the columns of one row from left to right. Straight from SQLite's own memory: a start reads a million rows of thirty columns,
/// and most of their texts are of the few that every row has.
/// </summary>
/// <param name="statement">Stands on the row.</param>
/// <param name="texts">Kept from row to row.</param>
internal ref struct SqliteCursor(sqlite3_stmt statement, SharedTexts texts) : IRowCursor
{
    private readonly sqlite3_stmt _row = statement;
    private readonly SharedTexts _texts = texts;
    private int _next;

    public SqliteCursor(SqliteDataReader reader, SharedTexts texts)
        : this(reader.Handle ?? throw new StoreException("The reader stands on no row."), texts)
    {
    }

    public void Skip() => _next++;

    /// <summary>The schema keeps null out of these columns. One call for most columns instead of two: each costs more than what it fetches.</summary>
    public string Text() => _texts.Get(raw.sqlite3_column_blob(_row, _next++));

    public string? TextOrNull()
    {
        var text = raw.sqlite3_column_blob(_row, _next++);
        return text.IsEmpty && LastWasNull() ? null : _texts.Get(text);
    }

    public long Long() => raw.sqlite3_column_int64(_row, _next++);

    public long? LongOrNull()
    {
        var value = Long();
        return value == 0 && LastWasNull() ? null : value;
    }

    public int Int() => checked((int)Long());

    public int? IntOrNull() => LongOrNull() is { } value ? checked((int)value) : null;

    public bool Flag() => Long() != 0;

    public Instant Moment() => new(Long(), TimeSpan.Zero);

    public Instant? MomentOrNull() => LongOrNull() is { } ticks ? new Instant(ticks, TimeSpan.Zero) : null;

    public T Word<T>() where T : struct, Enum => StoredWord.Read<T>(Text());

    public T? WordOrNull<T>() where T : struct, Enum
    {
        if (raw.sqlite3_column_type(_row, _next) != raw.SQLITE_NULL)
        {
            return Word<T>();
        }

        _next++;
        return null;
    }

    /// <summary>What a text stands for; equal texts of neighbouring rows are given the same object.</summary>
    public T Meaning<T>(Func<string, T> read) where T : class => _texts.Meaning(Text(), read);

    private readonly bool LastWasNull() => raw.sqlite3_column_type(_row, _next - 1) == raw.SQLITE_NULL;
}
