namespace Rappel.Media.Audio;

/// <summary>
/// Brings audio of any rate to 8 kHz with a windowed-sinc filter, one set of taps for each phase between the two rates: nothing above
/// the new band folds back into the speech.
/// </summary>
public static class Resampler
{
    private const int TargetRate = 8000;

    /// <summary>Zero crossings of the sinc on each side. 16 put the stop band some 60 dB down.</summary>
    private const int Crossings = 16;

    /// <summary>Share of the band kept, so that the filter's slope ends at the band's edge.</summary>
    private const double Rolloff = 0.95;

    /// <param name="rate">Samples a second of <paramref name="input"/>; at least 1.</param>
    public static float[] ToEightKilohertz(float[] input, int rate)
    {
        if (rate == TargetRate)
        {
            return input;
        }

        var common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(rate, TargetRate);
        var phases = TargetRate / common;
        var step = rate / common;
        var cutoff = Math.Min(1.0, (double)TargetRate / rate) * Rolloff;
        var half = (int)Math.Ceiling(Crossings / cutoff);
        // Built as they are met: an odd rate has thousands of phases, and a short sound meets few of them.
        var taps = new float[phases][];
        var output = new float[(long)input.Length * TargetRate / rate];
        for (long n = 0; n < output.Length; n++)
        {
            // Output n lies at n*step/phases input samples.
            var position = n * step;
            var phase = (int)(position % phases);
            output[n] = Filter(input, (int)(position / phases), taps[phase] ??= Taps((double)phase / phases, half, cutoff), half);
        }

        return output;
    }

    private static float Filter(float[] input, int centre, float[] taps, int half)
    {
        var sum = 0f;
        var from = Math.Max(0, centre - half + 1);
        var to = Math.Min(input.Length - 1, centre + half);
        for (var i = from; i <= to; i++)
        {
            sum += input[i] * taps[i - centre + half - 1];
        }

        return sum;
    }

    /// <param name="offset">Of the output sample after the input sample at the centre: 0 to 1.</param>
    private static float[] Taps(double offset, int half, double cutoff)
    {
        var taps = new float[2 * half];
        var sum = 0.0;
        for (var i = 0; i < taps.Length; i++)
        {
            var distance = i - half + 1 - offset;
            var value = Sinc(distance * cutoff) * Window(distance / half);
            taps[i] = (float)value;
            sum += value;
        }

        // Each phase passes a constant unchanged; otherwise the phases' small differences would be heard as a whine.
        for (var i = 0; i < taps.Length; i++)
        {
            taps[i] = (float)(taps[i] / sum);
        }

        return taps;
    }

    private static double Sinc(double x) => Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    /// <summary>Blackman, 1 at 0 and 0 at -1 and 1.</summary>
    private static double Window(double x) =>
        Math.Abs(x) >= 1 ? 0 : 0.42 + (0.5 * Math.Cos(Math.PI * x)) + (0.08 * Math.Cos(2 * Math.PI * x));
}
