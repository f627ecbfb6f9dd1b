namespace Rappel.Media.Audio;

/// <summary>Measures one tone in a stretch of audio (Goertzel).</summary>
public static class ToneMeter
{
    /// <summary>Amplitude of the tone in sample units: a full-scale sine reads 32767. Stretches of 50 ms and more tell 20 Hz apart.</summary>
    /// <param name="samples">8 kHz.</param>
    public static double Amplitude(ReadOnlySpan<short> samples, double hertz)
    {
        if (samples.IsEmpty)
        {
            return 0;
        }

        var turn = 2 * Math.Cos(2 * Math.PI * hertz / 8000);
        double one = 0, two = 0;
        foreach (var sample in samples)
        {
            var next = sample + (turn * one) - two;
            two = one;
            one = next;
        }

        var power = (one * one) + (two * two) - (turn * one * two);
        return 2 * Math.Sqrt(Math.Max(0, power)) / samples.Length;
    }

    /// <summary>Share of the whole energy that lies in the tone, 0 to 1: near 1 for that tone alone, near 0 without it.</summary>
    /// <param name="samples">8 kHz.</param>
    public static double Share(ReadOnlySpan<short> samples, double hertz)
    {
        double energy = 0;
        foreach (var sample in samples)
        {
            energy += (double)sample * sample;
        }

        var amplitude = Amplitude(samples, hertz);
        return energy == 0 ? 0 : Math.Min(1, amplitude * amplitude / 2 * samples.Length / energy);
    }
}
