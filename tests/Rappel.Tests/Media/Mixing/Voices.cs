namespace Rappel.Tests.Media.Mixing;

/// <summary>Things to say, and what became of them on the way.</summary>
internal static class Voices
{
    /// <summary>A voice that never pauses: a pitch that wanders about 140 Hz with its harmonics.</summary>
    public static short[] Speech(double seconds)
    {
        var audio = new short[(int)(seconds * 8000)];
        var phase = 0.0;
        for (var i = 0; i < audio.Length; i++)
        {
            phase += 2 * Math.PI * (140 + (30 * Math.Sin(2 * Math.PI * i / 8000 / 1.7))) / 8000;
            var sum = 0.0;
            for (var harmonic = 1; harmonic <= 6; harmonic++)
            {
                sum += Math.Sin(harmonic * phase) / harmonic;
            }

            audio[i] = (short)(5000 * sum);
        }

        return audio;
    }

    /// <summary>Silence with 100 ms of a tone at the beginning of every second.</summary>
    public static short[] Clock(double seconds) =>
        [.. Enumerable.Range(0, (int)(seconds * 8000)).Select(i => (short)(i % 8000 < 800 ? 12_000 * Math.Sin(2 * Math.PI * 1000 * i / 8000) : 0))];

    /// <summary>The longest stretch, in milliseconds, in which nothing is to be heard.</summary>
    public static int LongestSilence(ReadOnlySpan<short> audio)
    {
        var (longest, run) = (0, 0);
        for (var at = 0; at + 40 <= audio.Length; at += 40)
        {
            var sum = 0;
            foreach (var sample in audio.Slice(at, 40))
            {
                sum += Math.Abs((int)sample);
            }

            run = sum < 40 * 200 ? run + 5 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>How much later than it was said each tone of <see cref="Clock"/> is heard, in milliseconds; those lost on the way are left out.</summary>
    public static List<double> Delays(ReadOnlySpan<short> heard)
    {
        var delays = new List<double>();
        var quiet = 0;
        for (var i = 0; i < heard.Length; i++)
        {
            if (Math.Abs((int)heard[i]) < 3000)
            {
                quiet++;
                continue;
            }

            // Only a tone's beginning: there was silence long before it.
            if (quiet > 4000)
            {
                delays.Add(i % 8000 / 8.0);
            }

            quiet = 0;
        }

        return delays;
    }
}
