using System.Net;
using BenchmarkDotNet.Attributes;
using Rappel.Media.Audio;
using Rappel.Media.Codecs;
using Rappel.Media.Greetings;
using Rappel.Media.Rtp;
using Rappel.Media.Sessions;

namespace Rappel.Bench.Pieces;

/// <summary>The 20 ms beat of callers who hear music, and packets relayed between two legs. Sockets are not in it.</summary>
public class MediaPiece
{
    /// <summary>Packets that a machine may keep back before it trusts a source.</summary>
    private const int Unlatched = 50;

    private const int Greetings = 10;
    private const int GreetingFrames = 250;

    private static readonly IPEndPoint Peer = new(IPAddress.Parse("192.0.2.1"), 4000);
    private readonly MediaMachine _hundred = Playing(100);
    private readonly MediaMachine _thousand = Playing(1000);
    private readonly MediaMachine _same = Bridged(G711.Pcmu);
    private readonly MediaMachine _coded = Bridged(G711.Pcma);
    private readonly byte[] _packet = new byte[RtpPacket.HeaderLength + 160];
    private readonly short[] _speech = Speech();
    private Instant _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private ushort _sequence;
    private uint _timestamp;
    private int _missed;

    [Benchmark(Description = "Media: beat, per stream, 100 streams of music", OperationsPerInvoke = 100)]
    public int BeatOfHundred() => Beat(_hundred, 100);

    [Benchmark(Description = "Media: beat, per stream, 1,000 streams of music", OperationsPerInvoke = 1000)]
    public int BeatOfThousand() => Beat(_thousand, 1000);

    [Benchmark(Description = "Media: relayed packet, same codec")]
    public int Relay() => Relay(_same);

    [Benchmark(Description = "Media: relayed packet, PCMU to PCMA")]
    public int RelayCoded() => Relay(_coded);

    /// <summary>What a waiting caller says is counted and let go.</summary>
    [Benchmark(Description = "Media: packet of a caller who hears music")]
    public int Hear()
    {
        _now += TimeSpan.FromMilliseconds(20);
        RtpPacket.WriteHeader(_packet, false, 0, ++_sequence, _timestamp += 160, 0xAAAA);
        _hundred.Receive(_now, new MediaSessionId(1), false, Peer, _packet);
        return Take(_hundred) == 0 ? _sequence : throw new InvalidOperationException("it was relayed");
    }

    /// <summary>From the answer to the hang-up, without a beat between.</summary>
    [Benchmark(Description = "Media: session opened, agreed on, playing, closed")]
    public int Open()
    {
        Open(_hundred, 1_000, G711.Pcmu);
        _hundred.Handle(_now, new MediaCommand.PlayLoop(new MediaSessionId(1_000), BuiltInSounds.Music));
        _hundred.Handle(_now, new MediaCommand.Close(new MediaSessionId(1_000)));
        return Take(_hundred);
    }

    /// <summary>Four seconds each, in which nobody pauses: the dearest frames there are.</summary>
    [Benchmark(Description = "Media: 20 ms heard to tell person from machine", OperationsPerInvoke = Greetings * GreetingFrames)]
    public int Listen()
    {
        var machines = 0;
        for (var i = 0; i < Greetings; i++)
        {
            var listener = new GreetingListener();
            for (var frame = 0; frame < GreetingFrames; frame++)
            {
                listener.Hear(_speech.AsSpan(frame * 160, 160));
            }

            machines += listener.Verdict == GreetingVerdict.Machine ? 1 : 0;
        }

        return machines == Greetings ? machines : throw new InvalidOperationException($"{machines} machines of {Greetings}");
    }

    private int Beat(MediaMachine machine, int streams)
    {
        _now += TimeSpan.FromMilliseconds(20);
        machine.Beat(_now);
        var sent = Take(machine);
        return sent >= streams ? sent : throw new InvalidOperationException($"{sent} packets of {streams} streams");
    }

    private int Relay(MediaMachine machine)
    {
        _now += TimeSpan.FromMilliseconds(20);
        RtpPacket.WriteHeader(_packet, false, 0, ++_sequence, _timestamp += 160, 0xAAAA);
        machine.Receive(_now, new MediaSessionId(1), false, Peer, _packet);
        var sent = Take(machine);
        _missed += sent == 1 ? 0 : 1;
        return _missed <= Unlatched ? sent : throw new InvalidOperationException("packets are not relayed");
    }

    /// <summary>A voice of 150 Hz with its harmonics up to the first formant, fading to nothing every 200 ms.</summary>
    private static short[] Speech()
    {
        var audio = new short[GreetingFrames * 160];
        for (var i = 0; i < audio.Length; i++)
        {
            var sum = 0.0;
            for (var harmonic = 1; harmonic <= 6; harmonic++)
            {
                sum += Math.Sin(2 * Math.PI * 150 * harmonic * i / 8000) / harmonic;
            }

            audio[i] = (short)(4000 * sum * Math.Abs(Math.Sin(Math.PI * i / 1600)));
        }

        return audio;
    }

    private static int Take(MediaMachine machine)
    {
        var sent = 0;
        while (machine.TryTakePacket(out _))
        {
            sent++;
        }

        while (machine.TryTakeEvent(out _))
        {
        }

        return sent;
    }

    private static MediaMachine Playing(int streams)
    {
        var machine = new MediaMachine("bench", () => 0);
        for (var i = 1; i <= streams; i++)
        {
            Open(machine, i, G711.Pcmu);
            machine.Handle(default, new MediaCommand.PlayLoop(new MediaSessionId(i), BuiltInSounds.Music));
        }

        return machine;
    }

    private static MediaMachine Bridged(G711 other)
    {
        var machine = new MediaMachine("bench", () => 0);
        Open(machine, 1, G711.Pcmu);
        Open(machine, 2, other);
        machine.Handle(default, new MediaCommand.Bridge(new MediaSessionId(1), new MediaSessionId(2)));
        return machine;
    }

    internal static void Open(MediaMachine machine, int id, G711 codec)
    {
        var session = new MediaSessionId(id);
        machine.Handle(default, new MediaCommand.Open(session, (uint)id, 1, 1));
        machine.Handle(default, new MediaCommand.Configure(
            session, new MediaParameters("192.0.2.1", 3998 + (2 * id), codec, G711Codec.PayloadTypeOf(codec), 101, 20, MediaDirection.SendReceive)));
    }
}
