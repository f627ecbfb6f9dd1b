using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Acceptance.Audio;

/// <summary>
/// The voice of a SIPp endpoint, which has none of its own: plays a tone, presses keys (RFC 4733) and keeps what it hears. It sends to where
/// audio comes from, so it needs not read the SDP that SIPp exchanged.
/// </summary>
internal sealed class RtpPeer : IDisposable
{
    private const int PacketSamples = 160;
    private const byte Pcmu = 0;

    /// <summary>A key: 100 ms down, then 100 ms nothing but audio, so that the same key twice is two keys.</summary>
    private const int KeyPackets = 5;

    private const int PausePackets = 5;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentQueue<char> keys = new();
    private readonly List<short> heard = [];
    private readonly byte eventType;
    private readonly short[] tone;
    private volatile IPEndPoint? remote;
    private volatile short[]? said;
    private int saidTo;
    private ushort sequence = 1000;
    private uint timestamp = 50_000;

    public RtpPeer(int port, int hertz, byte eventType = 101)
    {
        this.eventType = eventType;
        tone = Tone.Make(hertz, TimeSpan.FromSeconds(1));
        Port = port;
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _ = Task.Run(Receive);
        _ = Task.Run(Send);
    }

    public int Port { get; }

    /// <summary>Says this once; then it is the tone again, or silence.</summary>
    public void Say(short[] samples) => said = samples;

    /// <summary>Listens: nothing but silence is sent.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Whether anything was ever heard that is louder than a line without a voice.</summary>
    public bool HearsSound => Heard().Count(sample => Math.Abs((int)sample) > 500) > 800;

    public void Press(string digits)
    {
        foreach (var key in digits)
        {
            keys.Enqueue(key);
        }
    }

    /// <summary>True once all keys have gone out.</summary>
    public bool AllPressed => keys.IsEmpty;

    public short[] Heard()
    {
        lock (heard)
        {
            return [.. heard];
        }
    }

    public void Dispose()
    {
        end.Cancel();
        socket.Dispose();
    }

    private async Task Receive()
    {
        var buffer = new byte[2048];
        try
        {
            while (true)
            {
                var got = await socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), end.Token);
                if (got.ReceivedBytes < 12 || buffer[0] >> 6 != 2)
                {
                    continue;
                }

                remote = (IPEndPoint)got.RemoteEndPoint;
                if ((buffer[1] & 0x7F) == Pcmu)
                {
                    lock (heard)
                    {
                        for (var i = 12 + ((buffer[0] & 0x0F) * 4); i < got.ReceivedBytes; i++)
                        {
                            heard.Add(MuLaw.Decode(buffer[i]));
                        }
                    }
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Over.
        }
    }

    private async Task Send()
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            for (var at = 0; await beat.WaitForNextTickAsync(end.Token);)
            {
                if (remote is not { } to)
                {
                    continue;
                }

                if (keys.TryPeek(out var key))
                {
                    await SendKey(key, to, beat);
                    keys.TryDequeue(out _);
                }

                SendAudio(to, ref at);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Over.
        }
    }

    private void SendAudio(IPEndPoint to, ref int at)
    {
        Span<byte> packet = stackalloc byte[12 + PacketSamples];
        Header(packet, Pcmu, timestamp);
        for (var i = 0; i < PacketSamples; i++)
        {
            packet[12 + i] = MuLaw.Encode(said is { } speech ? Next(speech) : IsQuiet ? (short)0 : tone[at++ % tone.Length]);
        }

        timestamp += PacketSamples;
        socket.SendTo(packet, to);
    }

    private short Next(short[] speech)
    {
        var sample = speech[saidTo++];
        if (saidTo == speech.Length)
        {
            (said, saidTo) = (null, 0);
        }

        return sample;
    }

    // RFC 4733 §2.5.1: one timestamp for the whole event, a growing duration, the end three times.
    private async Task SendKey(char key, IPEndPoint to, PeriodicTimer beat)
    {
        for (var packet = 1; packet <= KeyPackets + 2; packet++)
        {
            SendEvent(key, to, Math.Min(packet, KeyPackets), packet >= KeyPackets);
            await beat.WaitForNextTickAsync(end.Token);
        }

        timestamp += (KeyPackets + 2) * PacketSamples;
        var at = 0;
        for (var packet = 0; packet < PausePackets; packet++)
        {
            SendAudio(to, ref at);
            await beat.WaitForNextTickAsync(end.Token);
        }
    }

    private void SendEvent(char key, IPEndPoint to, int packets, bool last)
    {
        Span<byte> packet = stackalloc byte[16];
        Header(packet, eventType, timestamp);
        packet[12] = (byte)"0123456789*#".IndexOf(key, StringComparison.Ordinal);
        packet[13] = (byte)(last ? 0x8A : 0x0A);
        BinaryPrimitives.WriteUInt16BigEndian(packet[14..], (ushort)(packets * PacketSamples));
        socket.SendTo(packet, to);
    }

    private void Header(Span<byte> packet, byte payloadType, uint at)
    {
        packet[0] = 0x80;
        packet[1] = payloadType;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], sequence++);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], at);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], 0x5EED0000u + (uint)Port);
    }
}
