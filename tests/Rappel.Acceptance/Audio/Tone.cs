namespace Rappel.Acceptance.Audio;

/// <summary>Known tones and their measure (Goertzel), at 8 kHz.</summary>
internal static class Tone
{
    public const int Rate = 8000;

    /// <summary>The block a tone is looked for in: 100 ms, so that tones 10 Hz apart are told apart.</summary>
    private const int Block = Rate / 10;

    /// <summary>Part of a block's power that must lie in the tone.</summary>
    private const double Share = 0.7;

    /// <summary>Root mean square below which a block is silence.</summary>
    private const double Silence = 200;

    public static short[] Make(int hertz, TimeSpan length, int amplitude = 8000) =>
        [.. Enumerable.Range(0, (int)(length.TotalSeconds * Rate)).Select(n => (short)(amplitude * Math.Sin(2 * Math.PI * hertz * n / Rate)))];

    /// <summary>Seconds of audio in which this tone is heard.</summary>
    /// <param name="share">Part of the power that must lie in it; by default hardly anything else may be heard.</param>
    public static double SecondsOf(int hertz, ReadOnlySpan<short> samples, double share = Share)
    {
        var found = 0;
        for (var at = 0; at + Block <= samples.Length; at += Block)
        {
            if (Holds(hertz, samples.Slice(at, Block), share))
            {
                found++;
            }
        }

        return found * (double)Block / Rate;
    }

    private static bool Holds(int hertz, ReadOnlySpan<short> block, double share)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hertz / Rate);
        double last = 0, beforeLast = 0, power = 0;
        foreach (var sample in block)
        {
            (last, beforeLast) = (sample + (coefficient * last) - beforeLast, last);
            power += (double)sample * sample;
        }

        if (Math.Sqrt(power / block.Length) < Silence)
        {
            return false;
        }

        var inTone = ((last * last) + (beforeLast * beforeLast) - (coefficient * last * beforeLast)) * 2 / block.Length;
        return inTone / power > share;
    }
}
