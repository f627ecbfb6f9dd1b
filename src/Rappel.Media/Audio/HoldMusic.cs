using Rappel.Media.Sessions;

namespace Rappel.Media.Audio;

/// <summary>
/// A quiet loop of soft chords with a slow tune over them. Every note is laid on a circle as long as the loop: what rings past the end
/// rings into the beginning, so the seam cannot be heard.
/// </summary>
internal static class HoldMusic
{
    private const int Rate = MediaLimits.SampleRate;
    private const double ChordSeconds = 3;

    /// <summary>Peak of the finished loop in sample units: about -17 dBFS.</summary>
    private const double Peak = 4600;

    /// <summary>MIDI notes of each chord; the last three of a line are played one after another over it.</summary>
    private static readonly int[][] Chords =
    [
        [48, 55, 64, 71, 76, 79],
        [45, 52, 60, 67, 72, 76],
        [53, 60, 64, 69, 72, 69],
        [43, 55, 59, 65, 74, 71],
        [52, 55, 62, 71, 79, 76],
        [45, 55, 60, 64, 72, 74],
        [50, 57, 60, 65, 77, 74],
        [43, 53, 59, 62, 71, 74],
    ];

    public static short[] Compose()
    {
        var circle = new double[(int)(Chords.Length * ChordSeconds * Rate)];
        for (var chord = 0; chord < Chords.Length; chord++)
        {
            var start = chord * ChordSeconds;
            var notes = Chords[chord];
            for (var voice = 0; voice < 4; voice++)
            {
                Lay(circle, start + (0.04 * voice), notes[voice], 0.5, 0.35, 1.6);
            }

            for (var step = 0; step < 3; step++)
            {
                Lay(circle, start + (step * ChordSeconds / 3), notes[3 + step] + (step == 0 ? 12 : 0), 0.28, 0.03, 0.7);
            }
        }

        var loudest = circle.Max(Math.Abs);
        return [.. circle.Select(value => (short)(value / loudest * Peak))];
    }

    /// <param name="attack">Seconds to full level.</param>
    /// <param name="decay">Seconds in which it then falls to a third.</param>
    private static void Lay(double[] circle, double start, int note, double level, double attack, double decay)
    {
        var step = 2 * Math.PI * 440 * Math.Pow(2, (note - 69) / 12.0) / Rate;
        var first = (int)(start * Rate);
        var rise = (int)(attack * Rate);
        var length = (int)((attack + (4 * decay)) * Rate);
        var fall = Math.Exp(-1 / (decay * Rate));
        var envelope = 1.0;
        for (var i = 0; i < length; i++)
        {
            envelope *= i < rise ? 1 : fall;
            var shape = i < rise ? 0.5 - (0.5 * Math.Cos(Math.PI * i / rise)) : envelope * Math.Min(1.0, (length - i) / (0.1 * Rate));
            var (sine, cosine) = Math.SinCos(step * i);
            // A sine with a little of its second and third partials (by their identities): soft, and inside the telephone band.
            var tone = sine + (0.5 * sine * cosine) + (0.08 * sine * (3 - (4 * sine * sine)));
            circle[(first + i) % circle.Length] += level * shape * tone;
        }
    }
}
