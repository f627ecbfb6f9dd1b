namespace Rappel.Tests.Media.Greetings;

/// <summary>Noise of a telephone's surroundings, the same for the same seed.</summary>
internal static class NoiseMaker
{
    public static float[] White(int samples, ulong seed)
    {
        var state = (seed * 0x9E3779B97F4A7C15) + 1;
        var noise = new float[samples];
        for (var i = 0; i < samples; i++)
        {
            noise[i] = Gauss(ref state);
        }

        return noise;
    }

    /// <summary>Mains of 60 Hz with the harmonics of a bad power supply, and a little hiss.</summary>
    public static float[] Hum(int samples, ulong seed)
    {
        var noise = White(samples, seed);
        for (var i = 0; i < samples; i++)
        {
            var sum = 0.05 * noise[i];
            for (var harmonic = 1; harmonic <= 7; harmonic++)
            {
                sum += Math.Sin((2 * Math.PI * 60 * harmonic * i / 8000) + harmonic) / harmonic;
            }

            noise[i] = (float)sum;
        }

        return noise;
    }

    /// <summary>Low noise that swells and fades, as of cars that pass: 6 dB up and down over some seconds.</summary>
    public static float[] Street(int samples, ulong seed)
    {
        var noise = White(samples, seed);
        float low = 0;
        for (var i = 0; i < samples; i++)
        {
            low += 0.15f * (noise[i] - low);
            var swell = Math.Pow(10, 0.3 * Math.Sin((2 * Math.PI * i / 28_000) + seed));
            noise[i] = (float)((low + (0.05f * noise[i])) * swell);
        }

        return noise;
    }

    /// <summary>A recording from a place within it on, over and over.</summary>
    public static float[] Turned(float[] recording, int samples, int start)
    {
        var noise = new float[samples];
        for (var i = 0; i < samples; i++)
        {
            noise[i] = recording[(start + i) % recording.Length];
        }

        return noise;
    }

    private static float Gauss(ref ulong state)
    {
        // Twelve evenly spread numbers sum to nearly a bell curve.
        double sum = -6;
        for (var i = 0; i < 12; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            sum += (state >> 11) * (1.0 / (1UL << 53));
        }

        return (float)sum;
    }
}
