using System.Buffers.Binary;

namespace Rappel.Bench.Load;

/// <summary>What a packet of audio carries through a relay in place of sound: when it was sent, in nanoseconds since 1970, and in which stretch of measuring.</summary>
internal readonly record struct RelayMark(int Window, long SentAt)
{
    /// <summary>Bytes of payload: 20 ms of G.711.</summary>
    public const int Payload = 160;

    private const ulong Sign = 0x52_61_70_70_65_6C_21_5A;

    public static bool TryRead(ReadOnlySpan<byte> payload, out RelayMark mark)
    {
        var marked = payload.Length == Payload && BinaryPrimitives.ReadUInt64BigEndian(payload) == Sign;
        mark = marked ? new RelayMark(BinaryPrimitives.ReadInt32BigEndian(payload[8..]), BinaryPrimitives.ReadInt64BigEndian(payload[12..])) : default;
        return marked;
    }

    public void Write(Span<byte> payload)
    {
        BinaryPrimitives.WriteUInt64BigEndian(payload, Sign);
        BinaryPrimitives.WriteInt32BigEndian(payload[8..], Window);
        BinaryPrimitives.WriteInt64BigEndian(payload[12..], SentAt);
    }
}
