namespace Rappel.Measuring;

/// <summary>Millions of gaps in a fixed space: counted in bins of 20 µs up to half a second, with the longest kept exactly.</summary>
internal sealed class GapHistogram
{
    private const long BinNanoseconds = 20_000;
    private const int Bins = 25_000;

    private readonly long[] counts = new long[Bins];

    public long Count { get; private set; }

    /// <summary>Milliseconds.</summary>
    public double Most { get; private set; }

    /// <param name="nanoseconds">A negative one, of packets that came in the wrong order, counts as none.</param>
    public void Add(long nanoseconds)
    {
        Count++;
        counts[Math.Clamp(nanoseconds / BinNanoseconds, 0, Bins - 1)]++;
        Most = Math.Max(Most, nanoseconds / 1e6);
    }

    /// <summary>Milliseconds that this share does not exceed, to the upper edge of its bin; of none, not a number.</summary>
    public double At(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            seen += counts[bin];
            if (seen >= wanted)
            {
                return Math.Min((bin + 1) * BinNanoseconds / 1e6, Most);
            }
        }

        return double.NaN;
    }
}
