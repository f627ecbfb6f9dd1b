using System.Buffers.Binary;
using Rappel.Media.Rtp;
using Rappel.Media.Srtp;

namespace Rappel.Tests.Media.Srtp;

public sealed class SrtpTests : IDisposable
{
    private static readonly byte[] Exported = [.. Enumerable.Range(1, SrtpLimits.Exported).Select(i => (byte)i)];

    private readonly SrtpSender _sender = new(SrtpKeys.OfExport(Exported, isClient: true));
    private readonly SrtpReceiver _receiver = new(SrtpKeys.OfExport(Exported, isClient: false));
    private readonly byte[] _opened = new byte[1500];

    public void Dispose()
    {
        _sender.Dispose();
        _receiver.Dispose();
    }

    [Fact]
    public void What_one_end_protects_the_other_opens()
    {
        var packet = Packet(7, 900);
        var wire = Protect(packet);

        var length = _receiver.OpenRtp(wire, _opened);

        Assert.Equal(packet, _opened.AsSpan(0, length).ToArray());
        Assert.Equal(packet.Length + SrtpLimits.Tag, wire.Length);
        Assert.NotEqual(packet[12..], wire[12..packet.Length]);
    }

    [Fact]
    public void A_packet_that_comes_again_or_was_changed_is_not_opened()
    {
        var wire = Protect(Packet(7, 900));
        for (var i = 0; i < wire.Length; i++)
        {
            wire[i] ^= 1;
            Assert.Equal(0, _receiver.OpenRtp(wire, _opened));
            wire[i] ^= 1;
        }

        Assert.NotEqual(0, _receiver.OpenRtp(wire, _opened));
        Assert.Equal(0, _receiver.OpenRtp(wire, _opened));
    }

    [Fact]
    public void Packets_may_overtake_each_other_over_the_end_of_the_sequence_numbers()
    {
        ushort[] order = [65533, 65535, 65534, 1, 0, 3, 2, 4];
        var wires = order.Order(Comparer<ushort>.Create((a, b) => (short)(a - b))).ToDictionary(s => s, s => Protect(Packet(9, s)));

        foreach (var sequence in order)
        {
            Assert.NotEqual(0, _receiver.OpenRtp(wires[sequence], _opened));
            Assert.Equal(sequence, BinaryPrimitives.ReadUInt16BigEndian(_opened.AsSpan(2)));
        }
    }

    [Fact]
    public void One_that_is_older_than_the_window_is_taken_for_a_replay()
    {
        var old = Protect(Packet(9, 100));
        for (var sequence = 101; sequence <= 100 + SrtpLimits.ReplayWindow; sequence++)
        {
            Assert.NotEqual(0, _receiver.OpenRtp(Protect(Packet(9, (ushort)sequence)), _opened));
        }

        Assert.Equal(0, _receiver.OpenRtp(old, _opened));
    }

    [Fact]
    public void A_stream_that_begins_anew_is_opened_and_no_number_of_streams_is_kept_for_ever()
    {
        for (uint ssrc = 1; ssrc < 20; ssrc++)
        {
            Assert.NotEqual(0, _receiver.OpenRtp(Protect(Packet(ssrc, 65000)), _opened));
        }
    }

    [Fact]
    public void Reports_are_protected_and_numbered_by_themselves()
    {
        byte[] report = [0x80, 201, 0, 1, 1, 2, 3, 4, 0x81, 202, 0, 1, 1, 2, 3, 4];
        for (var i = 0; i < 3; i++)
        {
            var buffer = new byte[100];
            report.CopyTo(buffer, 0);
            var length = _sender.ProtectRtcp(buffer, report.Length);

            Assert.Equal(report, _opened.AsSpan(0, _receiver.OpenRtcp(buffer.AsSpan(0, length), _opened)).ToArray());
            Assert.Equal(0, _receiver.OpenRtcp(buffer.AsSpan(0, length), _opened));
        }
    }

    [Fact]
    public void Short_and_senseless_packets_are_turned_away()
    {
        for (var length = 0; length < 40; length++)
        {
            var bytes = new byte[length];
            Array.Fill(bytes, (byte)0xBF);
            Assert.Equal(0, _receiver.OpenRtp(bytes, _opened));
            Assert.Equal(0, _receiver.OpenRtcp(bytes, _opened));
        }
    }

    [Fact]
    public void A_packet_costs_no_memory()
    {
        var buffer = new byte[1500];
        Round(buffer, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (ushort sequence = 2; sequence < 500; sequence++)
        {
            Round(buffer, sequence);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Round(byte[] buffer, ushort sequence)
    {
        RtpPacket.WriteHeader(buffer, false, 0, sequence, sequence * 160u, 5);
        var length = _sender.ProtectRtp(buffer, 172);
        _ = _receiver.OpenRtp(buffer.AsSpan(0, length), _opened);
    }

    private byte[] Protect(byte[] packet)
    {
        var buffer = new byte[packet.Length + SrtpLimits.Growth];
        packet.CopyTo(buffer, 0);
        return buffer[.._sender.ProtectRtp(buffer, packet.Length)];
    }

    private static byte[] Packet(uint ssrc, ushort sequence)
    {
        var packet = new byte[12 + 160];
        RtpPacket.WriteHeader(packet, false, 0, sequence, sequence * 160u, ssrc);
        packet.AsSpan(12).Fill(0xD5);
        return packet;
    }
}
