using System.Buffers.Binary;

namespace Rappel.Bench.Load;

/// <summary>One end of a conversation: what it says next, and to which port of the server here.</summary>
internal sealed class SpokenLeg(int socket, int port)
{
    /// <summary><c>struct sockaddr_in</c>.</summary>
    public const int NameSize = 16;
    public const int PacketSize = RtpHeader + RelayMark.Payload;

    private const int RtpHeader = 12;
    private const byte InternetFamily = 2;
    private const uint SamplesAPacket = 160;

    private ushort sequence;
    private uint timestamp;

    public int Socket => socket;

    public void Write(Span<byte> name, Span<byte> packet, RelayMark mark)
    {
        name.Clear();
        name[0] = InternetFamily;
        BinaryPrimitives.WriteUInt16BigEndian(name[2..], (ushort)port);
        BinaryPrimitives.WriteUInt32BigEndian(name[4..], 0x7F000001);
        packet.Fill(0xD5);
        packet[0] = 0x80;
        packet[1] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], ++sequence);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], timestamp += SamplesAPacket);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], (uint)port);
        mark.Write(packet[RtpHeader..]);
    }
}
