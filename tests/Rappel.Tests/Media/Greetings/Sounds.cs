using Rappel.Media.Greetings;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Greetings;

/// <summary>Audio put together piece by piece, and a listener that hears it.</summary>
internal sealed class Sounds
{
    private const int PerMillisecond = 8;
    private readonly List<short> _audio = [];
    private readonly HashSet<int> _lost = [];
    private ulong _seed = 1;

    public IReadOnlyList<short> Audio => _audio;

    public int Milliseconds => _audio.Count / PerMillisecond;

    /// <summary>Syllables of hiss, 200 ms each, the last tenth of each quieter.</summary>
    public Sounds Speech(int milliseconds, double level = -20)
    {
        var noise = NoiseMaker.White(milliseconds * PerMillisecond, _seed++);
        return Add(noise.Length, i => noise[i] * Amplitude(level) * (i % 1600 > 1440 ? 0.05 : 1));
    }

    public Sounds Silence(int milliseconds) => Add(milliseconds * PerMillisecond, _ => 0);

    /// <summary>These tones at once, each of that level.</summary>
    public Sounds Tone(int milliseconds, double level, params double[] hertz) =>
        Add(milliseconds * PerMillisecond, i => hertz.Sum(one => Math.Sqrt(2) * Amplitude(level) * Math.Sin(2 * Math.PI * one * i / 8000)));

    /// <summary>A tone that climbs, as sirens and voices do.</summary>
    public Sounds Glide(int milliseconds, double from, double to) => Add(
        milliseconds * PerMillisecond,
        i => 3000 * Math.Sin(2 * Math.PI * ((from * i / 8000.0) + ((to - from) * i * (double)i / (2 * 8000.0 * milliseconds * PerMillisecond)))));

    public Sounds Click() => Add(80, i => i < 40 ? 20_000 : -20_000);

    /// <summary>Noise under all there is so far.</summary>
    public Sounds WithNoise(Func<int, ulong, float[]> noise, double level)
    {
        var made = noise(_audio.Count, _seed++);
        var gain = Amplitude(level) / Math.Sqrt(made.Average(sample => (double)sample * sample));
        for (var i = 0; i < made.Length; i++)
        {
            _audio[i] = (short)Math.Clamp(_audio[i] + (made[i] * gain), short.MinValue, short.MaxValue);
        }

        return this;
    }

    /// <summary>Of the frames so far, every so-manieth does not arrive.</summary>
    public Sounds LosingEvery(int frames)
    {
        _lost.UnionWith(Enumerable.Range(0, _audio.Count / 160).Where(at => at % frames == 0));
        return this;
    }

    public Heard Hear()
    {
        var listener = new GreetingListener();
        int? over = null;
        var audio = _audio.ToArray();
        for (var frame = 0; (frame + 1) * 160 <= audio.Length; frame++)
        {
            if (_lost.Contains(frame))
            {
                listener.HearNothing();
            }
            else
            {
                listener.Hear(audio.AsSpan(frame * 160, 160));
            }

            over ??= listener.IsOver ? (frame + 1) * 20 : null;
        }

        return new Heard(listener.Verdict, (int)listener.After.TotalMilliseconds, over, listener.Beep);
    }

    private Sounds Add(int samples, Func<int, double> sample)
    {
        _audio.AddRange(Enumerable.Range(0, samples).Select(i => (short)Math.Clamp(Math.Round(sample(i)), short.MinValue, short.MaxValue)));
        return this;
    }

    private static double Amplitude(double decibels) => 32768 * Math.Pow(10, decibels / 20);
}

/// <param name="After">Milliseconds to the verdict.</param>
/// <param name="Over">Milliseconds to the end of the greeting; null where it was not found.</param>
internal sealed record Heard(GreetingVerdict? Verdict, int After, int? Over, bool Beep);
