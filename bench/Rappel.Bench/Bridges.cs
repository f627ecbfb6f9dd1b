using System.Buffers.Binary;
using System.Net;
using Rappel.Media.Sessions;

namespace Rappel.Bench;

/// <summary>Agents talking with customers, PCMU on one side and PCMA on the other.</summary>
internal sealed class Bridges
{
    private readonly MediaMachine machine;
    private readonly int legs;
    private readonly byte[] packet = new byte[172];
    private readonly IPEndPoint source = new(IPAddress.Parse("192.0.2.9"), 20_000);
    private Instant now = DateTimeOffset.UnixEpoch;
    private ushort sequence;

    public Bridges(int bridges)
    {
        ulong seed = 1;
        machine = new MediaMachine("bench", () => seed += 0x9E3779B97F4A7C15);
        legs = bridges * 2;
        for (var i = 1; i <= legs; i++)
        {
            Streams.Open(machine, now, new MediaSessionId(i), i % 2 == 0 ? G711.Pcmu : G711.Pcma);
        }

        for (var i = 1; i <= legs; i += 2)
        {
            machine.Handle(now, new MediaCommand.Bridge(new MediaSessionId(i), new MediaSessionId(i + 1)));
        }
    }

    /// <summary>One packet from every leg, and the beat.</summary>
    public void RelayAll()
    {
        now += TimeSpan.FromMilliseconds(MediaLimits.PacketMilliseconds);
        sequence++;
        for (var i = 1; i <= legs; i++)
        {
            packet[0] = 0x80;
            packet[1] = (byte)(i % 2 == 0 ? 0 : 8);
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), sequence);
            BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), sequence * 160u);
            BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), (uint)i);
            machine.Receive(now, new MediaSessionId(i), false, source, packet);
            Drain();
        }

        machine.Beat(now);
        Drain();
    }

    private void Drain()
    {
        while (machine.TryTakePacket(out _))
        {
        }

        while (machine.TryTakeEvent(out _))
        {
        }
    }
}
