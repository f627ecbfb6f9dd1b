using System.Globalization;

namespace Rappel.Sip.Messages;

/// <summary>Text put together in room that the caller gives, on its stack as a rule; what outgrows it goes on the heap.</summary>
internal ref struct TextBuilder(Span<char> room)
{
    /// <summary>Characters that callers set aside: more than nearly every header value has.</summary>
    public const int Room = 256;

    private Span<char> room = room;
    private int length = 0;

    public readonly ReadOnlySpan<char> Text => room[..length];

    public void Append(char c)
    {
        if (length == room.Length)
        {
            Grow(1);
        }

        room[length++] = c;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > room.Length - length)
        {
            Grow(text.Length);
        }

        text.CopyTo(room[length..]);
        length += text.Length;
    }

    public void Append(long number)
    {
        Span<char> digits = stackalloc char[20];
        _ = number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        Append(digits[..written]);
    }

    public override readonly string ToString() => Text.ToString();

    private void Grow(int more)
    {
        var larger = new char[Math.Max(2 * room.Length, length + more)];
        Text.CopyTo(larger);
        room = larger;
    }
}
