using System.Runtime.InteropServices;
using System.Text;

namespace Rappel.Storage.Tables;

/// <summary>
/// Gives the same string for the same text, so that a million rows that name one of ten queues hold ten strings. It remembers the latest
/// text of each of a fixed number of slots: a text that no other row has costs its slot and nothing else, so nothing grows.
/// </summary>
/// <param name="slots">A power of two.</param>
internal sealed class SharedTexts(int slots)
{
    /// <summary>For the start of the engine.</summary>
    public const int OfManyRows = 1 << 12;

    /// <summary>For a page of a list.</summary>
    public const int OfAPage = 1 << 6;

    /// <summary>Longer ones are not remembered.</summary>
    private const int LongestText = 512;

    private readonly string?[] texts = new string?[slots];
    private readonly (string Text, object Meaning)[] meanings = new (string, object)[slots];

    /// <param name="utf8">As it is stored.</param>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > LongestText)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var slot = ref texts[Slot(utf8)];
        if (slot is not null && slot.Length == utf8.Length && Ascii.Equals(utf8, slot))
        {
            return slot;
        }

        // A text beyond ASCII is made first and compared then.
        var text = Encoding.UTF8.GetString(utf8);
        return text == slot ? slot : slot = text;
    }

    /// <summary>The string that an earlier row had, where it is the same text.</summary>
    public string Get(string text)
    {
        if (text.Length is 0 or > LongestText)
        {
            return text;
        }

        ref var slot = ref texts[Slot(MemoryMarshal.AsBytes(text.AsSpan()))];
        return text == slot ? slot : slot = text;
    }

    /// <summary>What <paramref name="text"/> stands for, read once for rows that have it in common. It must not be one that changes.</summary>
    public T Meaning<T>(string text, Func<string, T> read) where T : class
    {
        ref var slot = ref meanings[Slot(MemoryMarshal.AsBytes(text.AsSpan()))];
        if (slot.Meaning is T known && slot.Text == text)
        {
            return known;
        }

        var meaning = read(text);
        slot = (text, meaning);
        return meaning;
    }

    // FNV-1a, eight bytes at a time. Not string.GetHashCode, which differs from process to process: memory should not.
    private int Slot(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037ul ^ (ulong)text.Length;
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(text))
        {
            hash = (hash ^ eight) * 1099511628211;
            hash ^= hash >> 32;
        }

        foreach (var one in text[(text.Length & ~7)..])
        {
            hash = (hash ^ one) * 1099511628211;
        }

        return (int)((hash ^ (hash >> 32) ^ (hash >> 16)) & (uint)(texts.Length - 1));
    }
}
