namespace Rappel.Storage.Tables;

/// <summary>An enumeration's word as it lies in a column.</summary>
internal static class StoredWord
{
    public static T Read<T>(string word) where T : struct, Enum => Words.TryParse<T>(word, out var value)
        ? value
        : throw new StoreException($"The stored word '{word}' is no {typeof(T).Name} this program knows.");
}
