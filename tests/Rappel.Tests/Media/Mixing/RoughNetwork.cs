using Rappel.Media.Codecs;
using Rappel.Media.Mixing;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Mixing;

/// <summary>
/// A talker behind a network that loses packets and delays each by its own time, and a listener who plays 20 ms at a time. The same seed
/// gives the same network.
/// </summary>
internal sealed class RoughNetwork(int seed)
{
    private readonly Random _random = new(seed);
    private readonly JitterBuffer _buffer = new();

    /// <summary>Share of packets lost.</summary>
    public double Loss { get; init; }

    /// <summary>Milliseconds by which a packet may come later than another.</summary>
    public double Jitter { get; init; }

    /// <summary>By how many millionths the talker's clock is fast.</summary>
    public double Drift { get; init; }

    /// <summary>Milliseconds of sound in a packet.</summary>
    public int PacketTime { get; init; } = 20;

    /// <summary>The most samples that lay ready after a beat, once the first ten seconds had passed.</summary>
    public int Deepest { get; private set; }

    /// <summary>What is heard of it: as long as what was said.</summary>
    public short[] Carry(short[] said)
    {
        var arrivals = Arrivals(said.Length).OrderBy(packet => packet.At).ToList();
        var heard = new List<short>(said.Length);
        var next = 0;
        for (var beat = 1; heard.Count < said.Length; beat++)
        {
            for (; next < arrivals.Count && arrivals[next].At < beat * 20; next++)
            {
                Deliver(said, arrivals[next].Packet);
            }

            heard.AddRange(_buffer.Beat() ? _buffer.Sound : new short[160]);
            Deepest = beat < 500 ? 0 : Math.Max(Deepest, _buffer.Depth);
        }

        return [.. heard];
    }

    private IEnumerable<(double At, int Packet)> Arrivals(int samples)
    {
        for (var packet = 0; packet < samples / (PacketTime * 8); packet++)
        {
            if (_random.NextDouble() >= Loss)
            {
                var sent = (packet + 1) * PacketTime * (1 - (Drift / 1e6));
                yield return (sent + 1 + (_random.NextDouble() * Jitter), packet);
            }
        }
    }

    private void Deliver(short[] said, int packet)
    {
        var length = PacketTime * 8;
        var payload = new byte[length];
        G711Codec.Encode(G711.Pcmu, said.AsSpan(packet * length, length), payload);
        _buffer.Hear(0xAAAA, (uint)((packet * length) + 4_294_900_000), G711.Pcmu, payload);
    }
}
