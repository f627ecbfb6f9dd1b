namespace Rappel.Storage.Tables;

/// <summary>
/// Reads the columns of one row from left to right, whatever database they lie in. A type parameter and no boxed interface: a start reads a
/// million rows of thirty columns, and the compiler makes a reader of its own for each database.
/// </summary>
internal interface IRowCursor
{
    void Skip();

    /// <summary>Of a column that the schema keeps null out of.</summary>
    string Text();

    string? TextOrNull();

    long Long();

    long? LongOrNull();

    int Int();

    int? IntOrNull();

    bool Flag();

    /// <summary>A moment that is stored as UTC ticks of 100 ns.</summary>
    Instant Moment();

    Instant? MomentOrNull();

    /// <summary>One of the domain's words. Throws <see cref="StoreException"/> for a word that this program does not know.</summary>
    T Word<T>() where T : struct, Enum;

    T? WordOrNull<T>() where T : struct, Enum;

    /// <summary>What a text stands for; equal texts of neighbouring rows are given the same object.</summary>
    T Meaning<T>(Func<string, T> read) where T : class;
}
