using System.Runtime.InteropServices;

namespace Rappel.Measuring;

/// <summary>
/// What arrived of every RTP stream. A stream is told by where it comes from and its SSRC. Gaps are between one packet of a stream and its
/// next, by the times at which the system had them. Not for two threads at once.
/// </summary>
internal sealed class StreamBook
{
    private readonly Dictionary<ulong, Stream> streams = [];

    /// <summary>Of all packets but the first of each stream.</summary>
    public GapHistogram Gaps { get; private set; } = new();

    /// <summary>From the last packet of the prompt to the first of the music.</summary>
    public GapHistogram Turns { get; private set; } = new();

    public long Packets { get; private set; }

    /// <summary>Sequence numbers passed over; a packet that comes late counts as one lost and another.</summary>
    public long Missing { get; private set; }

    public int Streams => streams.Count;

    /// <param name="source">Port it came from.</param>
    /// <param name="nanoseconds">Of any clock, the same for all.</param>
    /// <param name="prompt">The packet is of the prompt, not of the music.</param>
    public void Add(int source, uint ssrc, ushort sequence, long nanoseconds, bool prompt)
    {
        ref var stream = ref CollectionsMarshal.GetValueRefOrAddDefault(streams, ((ulong)(uint)source << 32) | ssrc, out var known);
        Packets++;
        if (known)
        {
            var gap = nanoseconds - stream.At;
            Gaps.Add(gap);
            if (stream.Prompt && !prompt)
            {
                Turns.Add(gap);
            }

            Missing += (ushort)(sequence - stream.Sequence - 1) is var passed && passed < ushort.MaxValue / 2 ? passed : 0;
        }

        stream = new Stream(nanoseconds, sequence, prompt);
    }

    /// <summary>Begins to count anew. The streams go on, so that the first gap counted of each ends after this moment.</summary>
    public void Clear()
    {
        (Gaps, Turns, Packets, Missing) = (new GapHistogram(), new GapHistogram(), 0, 0);
    }

    /// <summary>Takes all streams for ended besides.</summary>
    public void Forget()
    {
        streams.Clear();
        Clear();
    }

    private readonly record struct Stream(long At, ushort Sequence, bool Prompt);
}
