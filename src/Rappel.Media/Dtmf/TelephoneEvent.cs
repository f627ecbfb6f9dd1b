using System.Buffers.Binary;

namespace Rappel.Media.Dtmf;

/// <summary>Payload of an RFC 4733 packet (§2.3).</summary>
/// <param name="Volume">dBm0 below zero: 10 is -10 dBm0.</param>
/// <param name="Duration">Since the packet's timestamp, in timestamp units.</param>
public readonly record struct TelephoneEvent(byte Code, bool End, int Volume, ushort Duration)
{
    public const int Length = 4;

    public static bool TryRead(ReadOnlySpan<byte> payload, out TelephoneEvent happened)
    {
        happened = default;
        if (payload.Length < Length)
        {
            return false;
        }

        happened = new TelephoneEvent(
            payload[0], (payload[1] & 0x80) != 0, payload[1] & 0x3F, BinaryPrimitives.ReadUInt16BigEndian(payload[2..]));
        return true;
    }

    public void Write(Span<byte> payload)
    {
        payload[0] = Code;
        payload[1] = (byte)((End ? 0x80 : 0) | Volume);
        BinaryPrimitives.WriteUInt16BigEndian(payload[2..], Duration);
    }
}
