namespace Rappel.Storage.Tables;

/// <summary>How one kind of row lies in its table. Values are written, and columns read, in the order of <see cref="Columns"/>.</summary>
internal interface ITable<TRow>
{
    static abstract string Name { get; }

    /// <summary>The primary key, a leading part of <see cref="Columns"/>. Empty for a table that is only added to.</summary>
    static abstract IReadOnlyList<string> Keys { get; }

    static abstract IReadOnlyList<string> Columns { get; }

    /// <summary>SQL that must hold for an existing row to be replaced; <c>excluded</c> is the new one. Null: always.</summary>
    static abstract string? Guard { get; }

    static abstract object?[] Values(TRow row);

    static abstract TRow Read<TCursor>(ref TCursor cursor)
        where TCursor : struct, IRowCursor, allows ref struct;
}
