namespace Rappel.Tests.Sip.Torture;

/// <summary>Makes bad messages from good ones, always the same from one seed.</summary>
internal sealed class Mutator(ulong seed, IReadOnlyList<byte[]> corpus)
{
    private const int Longest = 70_000;

    private static readonly byte[][] Special =
    [
        "\0"u8.ToArray(), "\r"u8.ToArray(), "\n"u8.ToArray(), "\r\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "\r\n "u8.ToArray(), "\""u8.ToArray(),
        "\\"u8.ToArray(), "<"u8.ToArray(), ">"u8.ToArray(), ","u8.ToArray(), ";"u8.ToArray(), ":"u8.ToArray(), "="u8.ToArray(), "%"u8.ToArray(),
        "%00"u8.ToArray(), "@"u8.ToArray(), "?"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), " "u8.ToArray(), "\t"u8.ToArray(),
        [0xff], [0xc3], [0xed, 0xa0, 0x80], [0xee, 0xbe, 0x90], [0xf0, 0x9f, 0x93], "99999999999999999999"u8.ToArray(), "-1"u8.ToArray(),
        "Content-Length: 5\r\n"u8.ToArray(), "l:0\r\n"u8.ToArray(), "Digest "u8.ToArray(), "SIP/2.0"u8.ToArray(), "z9hG4bK"u8.ToArray(),
    ];

    private ulong state = seed;

    public byte[] Next()
    {
        var message = Pick(corpus);
        for (var rounds = 1 + Below(1 + Below(4)); rounds > 0; rounds--)
        {
            message = Below(6) switch
            {
                0 => Flip(message),
                1 => message[..Below(message.Length + 1)],
                2 => Splice(message, Pick(corpus)),
                3 => Duplicate(message),
                4 => Insert(message, Pick(Special)),
                _ => Remove(message),
            };
        }

        return message;
    }

    /// <summary>From 0 up to but without the bound.</summary>
    public int Below(int bound) => (int)(Draw() % (ulong)bound);

    /// <summary>SplitMix64.</summary>
    public ulong Draw()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The few huge ones are taken less often: most of the work would go into copying them.</summary>
    private byte[] Pick(IReadOnlyList<byte[]> from)
    {
        var picked = from[Below(from.Count)];
        return picked.Length > 4096 && Below(8) > 0 ? from[Below(from.Count)] : picked;
    }

    private byte[] Flip(byte[] message)
    {
        var flipped = message.ToArray();
        for (var n = 1 + Below(8); n > 0 && flipped.Length > 0; n--)
        {
            flipped[Below(flipped.Length)] ^= (byte)(1 << Below(8));
        }

        return flipped;
    }

    private byte[] Splice(byte[] message, byte[] other) => [.. message.AsSpan(0, Below(message.Length + 1)), .. other.AsSpan(Below(other.Length + 1))];

    private byte[] Duplicate(byte[] message)
    {
        var start = Below(message.Length + 1);
        var length = Below(message.Length - start + 1);
        // Lines over and over are what finds a limit or a slow path.
        var times = message.Length > Longest / 64 ? 1 : 1 + Below(Below(32) + 1);
        var result = new List<byte>(message[..(start + length)]);
        for (; times > 0 && result.Count < Longest; times--)
        {
            result.AddRange(message.AsSpan(start, length));
        }

        result.AddRange(message.AsSpan(start + length));
        return [.. result];
    }

    private byte[] Insert(byte[] message, byte[] special)
    {
        var at = Below(message.Length + 1);
        return [.. message.AsSpan(0, at), .. special, .. message.AsSpan(at)];
    }

    private byte[] Remove(byte[] message)
    {
        var start = Below(message.Length + 1);
        var length = Math.Min(Below(64), message.Length - start);
        return [.. message.AsSpan(0, start), .. message.AsSpan(start + length)];
    }
}
