using Rappel.Media.Audio;
using Rappel.Media.Sessions;

namespace Rappel.Media.Greetings;

/// <summary>Measures frames one after another: level without the hum of mains, and whether they are one tone.</summary>
internal sealed class FrameMeter
{
    /// <summary>Hz. Mains hum and its first harmonics stay below, the lowest beep above.</summary>
    private const double Edge = 250;

    // Butterworth high pass of second order.
    private static readonly double Turn = 2 * Math.PI * Edge / MediaLimits.SampleRate;
    private static readonly double Width = Math.Sin(Turn) / Math.Sqrt(2);
    private static readonly double Gain = (1 + Math.Cos(Turn)) / 2 / (1 + Width);
    private static readonly double BackOne = -2 * Math.Cos(Turn) / (1 + Width);
    private static readonly double BackTwo = (1 - Width) / (1 + Width);

    private readonly short[] _passed = new short[MediaLimits.SamplesPerPacket];
    private double _in1, _in2, _out1, _out2;

    /// <param name="frame">At most 160 samples; fewer are measured as they are.</param>
    public FrameReading Measure(ReadOnlySpan<short> frame)
    {
        var length = Math.Min(frame.Length, _passed.Length);
        double energy = 0, next = 0, second = 0;
        for (var i = 0; i < length; i++)
        {
            var sample = Pass(frame[i]);
            energy += sample * sample;
            next += sample * _out2;
            _passed[i] = (short)Math.Clamp(sample, short.MinValue, short.MaxValue);
            second += i < 2 ? 0 : sample * _passed[i - 2];
        }

        var level = (byte)Math.Clamp(10 * Math.Log10((energy / Math.Max(1, length)) + 1), GreetingLimits.QuietestFloor, 99);
        return level < GreetingLimits.QuietestSpeech ? new FrameReading(level, 0, 0, false) : Tone(_passed.AsSpan(0, length), level, next, second);
    }

    private double Pass(double sample)
    {
        var passed = (Gain * (sample - (2 * _in1) + _in2)) - (BackOne * _out1) - (BackTwo * _out2);
        (_in2, _in1) = (_in1, sample);
        (_out2, _out1) = (_out1, passed);
        return passed;
    }

    /// <summary>The frequency by correlation, then the energy at that frequency.</summary>
    private static FrameReading Tone(ReadOnlySpan<short> audio, byte level, double next, double second)
    {
        var hertz = Frequency(next, second, 1);
        if (hertz is < GreetingLimits.LowestBeep - 100 or > GreetingLimits.HighestBeep + 100)
        {
            return new FrameReading(level, 0, 0, false);
        }

        // A quarter of a turn between the samples that are compared is what noise bends least.
        var lag = hertz < 650 ? 4 : hertz < 1300 ? 2 : 1;
        hertz = lag == 1 ? hertz : Frequency(Correlation(audio, lag, 2 * lag), Correlation(audio, 2 * lag, 2 * lag), lag);
        if (hertz is < GreetingLimits.LowestBeep - 25 or > GreetingLimits.HighestBeep + 25)
        {
            return new FrameReading(level, 0, 0, false);
        }

        // Most voices end here, at a third of the cost.
        if (ToneMeter.Share(audio, hertz) < GreetingLimits.ToneSuspected)
        {
            return new FrameReading(level, 0, 0, IsRinging(hertz) && IsNarrow(audio));
        }

        hertz = Sharpen(audio, Sharpen(audio, hertz));
        var purity = ToneMeter.Share(audio, hertz);
        return new FrameReading(level, hertz, purity, purity >= GreetingLimits.TonePurity ? IsRinging(hertz) : IsRinging(hertz) && IsNarrow(audio));
    }

    /// <summary>Pisarenko's, from the correlations with one lag and two lags before, which white noise does not bend.</summary>
    private static double Frequency(double one, double two, int lag)
    {
        var cosine = one == 0 ? 0 : (two + Math.Sqrt((two * two) + (8 * one * one))) / (4 * one);
        return Math.Acos(Math.Clamp(cosine, -1, 1)) * MediaLimits.SampleRate / (2 * Math.PI * lag);
    }

    private static double Correlation(ReadOnlySpan<short> audio, int lag, int from)
    {
        double sum = 0;
        for (var i = from; i < audio.Length; i++)
        {
            sum += audio[i] * audio[i - lag];
        }

        return sum;
    }

    /// <summary>So few samples with noise miss the frequency by some 20 Hz: the top of a parabola through three amplitudes is nearer.</summary>
    private static double Sharpen(ReadOnlySpan<short> audio, double hertz)
    {
        const double Step = 20;
        var (below, at, above) = (ToneMeter.Amplitude(audio, hertz - Step), ToneMeter.Amplitude(audio, hertz), ToneMeter.Amplitude(audio, hertz + Step));
        var bend = (2 * at) - below - above;
        return bend <= 0 ? hertz : hertz + Math.Clamp(Step / 2 * (above - below) / bend, -Step, Step);
    }

    private static bool IsRinging(double hertz) => hertz is > GreetingLimits.LowestRinging and < GreetingLimits.HighestRinging;

    /// <summary>Two tones in 20 ms are no line but a narrow band: the energy lies in four neighbouring bins of 50 Hz.</summary>
    private static bool IsNarrow(ReadOnlySpan<short> audio) =>
        ToneMeter.Share(audio, 350) + ToneMeter.Share(audio, 400) + ToneMeter.Share(audio, 450) + ToneMeter.Share(audio, 500)
            >= GreetingLimits.RingingPurity;
}
