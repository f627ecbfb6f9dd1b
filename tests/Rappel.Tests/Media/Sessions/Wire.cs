using System.Buffers.Binary;
using System.Net;
using Rappel.Media.Codecs;
using Rappel.Media.Dtmf;
using Rappel.Media.Rtp;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Sessions;

/// <summary>A packet that a machine sent.</summary>
public sealed record Sent(MediaSessionId Session, bool Rtcp, IPEndPoint Destination, byte[] Bytes, RtpPacket Rtp)
{
    public byte[] Payload => Bytes[Rtp.PayloadOffset..(Rtp.PayloadOffset + Rtp.PayloadLength)];
}

/// <summary>A peer that speaks: its own SSRC, sequence and clock.</summary>
public sealed class Speaker(string address, int port, int payloadType, uint ssrc, ushort sequence = 100, uint timestamp = 50_000)
{
    public IPEndPoint From { get; set; } = new(IPAddress.Parse(address), port);

    public uint Ssrc { get; set; } = ssrc;

    public ushort Sequence { get; set; } = sequence;

    public uint Timestamp { get; set; } = timestamp;

    public byte[] Say(ReadOnlySpan<byte> payload, bool marker = false, int? type = null)
    {
        var packet = Packet(payload, marker, type, Timestamp);
        Timestamp += (uint)payload.Length;
        return packet;
    }

    public byte[] Press(byte code, bool end, ushort duration, bool marker, int type)
    {
        var payload = new byte[4];
        new TelephoneEvent(code, end, 10, duration).Write(payload);
        return Packet(payload, marker, type, Timestamp);
    }

    private byte[] Packet(ReadOnlySpan<byte> payload, bool marker, int? type, uint at)
    {
        var bytes = new byte[12 + payload.Length];
        RtpPacket.WriteHeader(bytes, marker, type ?? payloadType, Sequence++, at, Ssrc);
        payload.CopyTo(bytes.AsSpan(12));
        return bytes;
    }
}

/// <summary>A machine with its time, what it sent and what it told.</summary>
public sealed class Wire
{
    public static readonly MediaSessionId A = new(1);
    public static readonly MediaSessionId B = new(2);

    public MediaMachine Machine { get; } = new("test@rappel", () => 0);

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public List<Sent> Packets { get; } = [];

    public List<MediaEvent> Events { get; } = [];

    public IEnumerable<Sent> To(MediaSessionId session) => Packets.Where(packet => packet.Session == session && !packet.Rtcp);

    public void Open(MediaSessionId session, MediaParameters? parameters = null)
    {
        Do(new MediaCommand.Open(session, (uint)(1000 * session.Value), (ushort)(65_500 + session.Value), 4_294_967_000));
        if (parameters is not null)
        {
            Do(new MediaCommand.Configure(session, parameters));
        }
    }

    public static MediaParameters At(string address, int port, G711 codec = G711.Pcmu, MediaDirection direction = MediaDirection.SendReceive) =>
        new(address, port, codec, G711Codec.PayloadTypeOf(codec), 101, 20, direction);

    public void Do(MediaCommand command)
    {
        Machine.Handle(Now, command);
        Take();
    }

    public void Hear(MediaSessionId session, Speaker speaker, byte[] packet, bool rtcp = false)
    {
        Machine.Receive(Now, session, rtcp, speaker.From, packet);
        Take();
    }

    /// <summary>Lets beats pass; before each the speakers say one packet of silence or of what is given.</summary>
    public void Beats(int count, Action<int>? before = null)
    {
        for (var beat = 0; beat < count; beat++)
        {
            Now += TimeSpan.FromMilliseconds(20);
            before?.Invoke(beat);
            Machine.Beat(Now);
            Take();
        }
    }

    public static AudioClip Tone(double hertz, double seconds, string name = "tone") =>
        new(name, Enumerable.Range(0, (int)(seconds * 8000)).Select(i => (short)(8000 * Math.Sin(2 * Math.PI * hertz * i / 8000))).ToArray());

    /// <summary>Sequence numbers step by one and timestamps never go back, over all that one leg heard.</summary>
    public void AssertContinuous(MediaSessionId session)
    {
        var sent = To(session).ToList();
        Assert.NotEmpty(sent);
        Assert.True(sent[0].Rtp.Marker);
        for (var i = 1; i < sent.Count; i++)
        {
            var (before, after) = (sent[i - 1].Rtp, sent[i].Rtp);
            Assert.Equal(before.Ssrc, after.Ssrc);
            Assert.Equal((ushort)(before.Sequence + 1), after.Sequence);
            var step = (int)(after.Timestamp - before.Timestamp);
            Assert.True(step == before.PayloadLength || (step > before.PayloadLength && after.Marker), $"packet {i}: step {step}");
        }
    }

    /// <summary>Sequence numbers step by one, whatever the packets are.</summary>
    public void AssertContinuousNumbers(MediaSessionId session) =>
        Assert.All(To(session).Zip(To(session).Skip(1)), pair => Assert.Equal((ushort)(pair.First.Rtp.Sequence + 1), pair.Second.Rtp.Sequence));

    /// <summary>The audio of packets, one after another.</summary>
    public static short[] Decoded(IEnumerable<Sent> packets) =>
        [.. packets.SelectMany(packet => packet.Payload.Select(code => G711Codec.Decode(packet.Rtp.PayloadType == 0 ? G711.Pcmu : G711.Pcma, code)))];

    public static uint Word(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(offset));

    private void Take()
    {
        while (Machine.TryTakePacket(out var packet))
        {
            var bytes = packet.Buffer[..packet.Length];
            _ = RtpPacket.TryRead(bytes, out var rtp);
            Packets.Add(new Sent(packet.Session, packet.Rtcp, packet.Destination, bytes, rtp));
        }

        while (Machine.TryTakeEvent(out var happened))
        {
            Events.Add(happened);
        }
    }
}
