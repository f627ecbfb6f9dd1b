using System.Buffers.Binary;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Sessions;

/// <summary>Packets as a hostile peer would choose them: numbers at their edges, lengths and payload types that do not fit.</summary>
public class HostilePacketTests
{
    private static readonly uint[] Edges = [0, 1, 159, 160, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xFFFF_FFFF, 0xFFFF, 0x10000];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_a_peer_sends_throws_out_of_the_machine_or_silences_the_other_leg(int seed)
    {
        var random = new Random(seed);
        var wire = new Wire();
        wire.Open(Wire.A, Wire.At("192.0.2.1", 4000));
        wire.Open(Wire.B, Wire.At("192.0.2.2", 4000));
        wire.Do(new MediaCommand.Bridge(Wire.A, Wire.B));
        wire.Do(new MediaCommand.StartRecording(Wire.A, 1, TimeSpan.FromHours(1), TimeSpan.Zero));
        var hostile = new Speaker("192.0.2.1", 4000, 0, 7);
        var (sequence, timestamp) = ((ushort)0, 0u);
        for (var i = 0; i < 10_000; i++)
        {
            sequence += (ushort)(random.Next(8) == 0 ? random.Next(65536) : 1);
            timestamp += random.Next(3) == 0 ? Edges[random.Next(Edges.Length)] : 160;
            var rtcp = random.Next(20) == 0;
            wire.Hear(Wire.A, hostile, rtcp ? Report(random) : Packet(random, sequence, timestamp), rtcp);
            if (random.Next(4) == 0)
            {
                wire.Beats(1);
            }
        }

        wire.Do(new MediaCommand.Unbridge(Wire.A));
        var before = wire.To(Wire.B).Count();
        wire.Beats(1);
        Assert.Equal(before + 1, wire.To(Wire.B).Count());
    }

    private static byte[] Packet(Random random, ushort sequence, uint timestamp)
    {
        var bytes = new byte[12 + random.Next(400)];
        random.NextBytes(bytes);
        bytes[0] = (byte)(random.Next(10) == 0 ? bytes[0] : 0x80);
        bytes[1] = (byte)(random.Next(5) switch { 0 => 0, 1 => 8, 2 => 101, 3 => 0x80 | 101, _ => random.Next(256) });
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(8), random.Next(50) == 0 ? Edges[random.Next(Edges.Length)] : 7);
        return bytes;
    }

    private static byte[] Report(Random random)
    {
        var bytes = new byte[random.Next(4, 120) & ~3];
        random.NextBytes(bytes);
        bytes[0] = (byte)(0x80 | random.Next(32));
        bytes[1] = (byte)random.Next(200, 205);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)(random.Next(3) == 0 ? random.Next(65536) : (bytes.Length / 4) - 1));
        return bytes;
    }
}
