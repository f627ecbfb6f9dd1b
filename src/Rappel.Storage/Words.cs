using System.Text.Json;

namespace Rappel.Storage;

/// <summary>The domain's words for enumerations, in kebab-case: <c>on-break</c>, <c>bad-number</c>. Stored and shown so; never as numbers,
/// which would change meaning when a value is put in between.</summary>
public static class Words
{
    /// <summary>The word for a defined value. Throws <see cref="ArgumentOutOfRangeException"/> for one that is not defined.</summary>
    public static string Of<T>(T value) where T : struct, Enum =>
        Table<T>.ByValue.TryGetValue(value, out var word) ? word : throw new ArgumentOutOfRangeException(nameof(value), value, typeof(T).Name);

    public static bool TryParse<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        return word is not null && Table<T>.ByWord.TryGetValue(word, out value);
    }

    /// <summary>All words of an enumeration, in the order it declares them.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Table<T>.InOrder;

    private static class Table<T> where T : struct, Enum
    {
        public static readonly string[] InOrder = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
        public static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(Word, v => v, StringComparer.Ordinal);
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, Word);

        private static string Word(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
    }
}
