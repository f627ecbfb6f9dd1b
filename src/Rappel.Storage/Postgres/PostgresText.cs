using System.Buffers;
using System.Text;

namespace Rappel.Storage.Postgres;

/// <summary>PostgreSQL takes no text with a NUL in it, nor with half a surrogate pair; a phone's name for itself may hold either.</summary>
internal static class PostgresText
{
    private const char Replacement = '\uFFFD';
    private static readonly SearchValues<char> Suspect = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\0']);

    /// <summary>The same text, with the replacement character for what cannot be kept.</summary>
    public static string Keepable(string text) => text.AsSpan().ContainsAny(Suspect)
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', Replacement)
        : text;
}
