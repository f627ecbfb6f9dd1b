namespace Rappel.Media.Audio;

/// <summary>
/// One level for all that is said, spoken or recorded, so that a caller need not move the phone from the ear: some 20 dB below the loudest
/// a telephone carries, measured where it sounds.
/// </summary>
public static class Loudness
{
    /// <summary>Root mean square of what sounds.</summary>
    private const double Level = 3300;

    /// <summary>Nothing is made louder than this at its loudest sample, whatever level it then has: it would be cut off.</summary>
    private const double Peak = 30000;

    /// <summary>A recording is made at most so much louder (12 dB): more would bring up the noise of the room.</summary>
    private const double MostGain = 4;

    /// <summary>A frame is silent below this share of the loudest sample.</summary>
    private const double Silence = 0.02;

    private const int FrameSamples = 80;

    /// <param name="From">First sample of the first frame that sounds.</param>
    /// <param name="To">First sample after the last one.</param>
    /// <param name="Gain">That brings it to the level.</param>
    public readonly record struct Sounding(int From, int To, double Gain);

    /// <summary>What sounds; null where nothing does.</summary>
    public static Sounding? Measure(ReadOnlySpan<short> samples)
    {
        var loudest = 0;
        foreach (var sample in samples)
        {
            loudest = Math.Max(loudest, Math.Abs((int)sample));
        }

        int from = -1, to = 0, frames = 0;
        var power = 0.0;
        for (var start = 0; start < samples.Length; start += FrameSamples)
        {
            var frame = samples.Slice(start, Math.Min(FrameSamples, samples.Length - start));
            var level = Rms(frame);
            if (level > loudest * Silence)
            {
                from = from < 0 ? start : from;
                to = start + frame.Length;
                power += level * level;
                frames++;
            }
        }

        return frames == 0 ? null : new Sounding(from, to, Math.Min(Level / Math.Sqrt(power / frames), Peak / loudest));
    }

    /// <summary>
    /// A recording at the level: all of it, its silences too. What a microphone put off centre is put back first, for it would be a click at
    /// both ends.
    /// </summary>
    public static short[] Even(ReadOnlySpan<short> recording)
    {
        var centred = Centre(recording);
        var gain = Measure(centred) is { } sounding ? Math.Min(sounding.Gain, MostGain) : 1;
        for (var i = 0; i < centred.Length; i++)
        {
            centred[i] = (short)Math.Round(centred[i] * gain);
        }

        return centred;
    }

    private static short[] Centre(ReadOnlySpan<short> recording)
    {
        var sum = 0L;
        foreach (var sample in recording)
        {
            sum += sample;
        }

        var offset = recording.Length == 0 ? 0 : (int)(sum / recording.Length);
        var centred = new short[recording.Length];
        for (var i = 0; i < centred.Length; i++)
        {
            centred[i] = (short)Math.Clamp(recording[i] - offset, short.MinValue, short.MaxValue);
        }

        return centred;
    }

    private static double Rms(ReadOnlySpan<short> frame)
    {
        var sum = 0.0;
        foreach (var sample in frame)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / frame.Length);
    }
}
