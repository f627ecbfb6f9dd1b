namespace Rappel.Media.Mixing;

/// <summary>Finds where a voice repeats itself: there it can be cut, prolonged or made up without a click.</summary>
internal static class Pitch
{
    /// <summary>So many samples are held against each other.</summary>
    public const int Compared = 80;

    /// <summary>The distance, in samples, at which the sound looks most like itself.</summary>
    /// <param name="sound">Where it is compared from; the comparison reaches <see cref="Compared"/> samples on.</param>
    /// <param name="from">Index in <paramref name="sound"/> of what is compared.</param>
    /// <param name="direction">1 to look ahead, -1 to look back.</param>
    /// <param name="longest">Between <see cref="JitterLimits.ShortestPitch"/> and <see cref="JitterLimits.LongestPitch"/>.</param>
    public static int Find(ReadOnlySpan<short> sound, int from, int direction, int longest)
    {
        var here = sound.Slice(from, Compared);
        var (best, least) = (JitterLimits.ShortestPitch, long.MaxValue);
        for (var distance = JitterLimits.ShortestPitch; distance <= longest; distance++)
        {
            var there = sound.Slice(from + (direction * distance), Compared);
            long difference = 0;
            for (var i = 0; i < Compared; i += 2)
            {
                difference += Math.Abs(here[i] - there[i]);
            }

            if (difference < least)
            {
                (best, least) = (distance, difference);
            }
        }

        return best;
    }

    /// <summary>From one sound to another, as far along as <paramref name="step"/> of <see cref="JitterLimits.Seam"/>.</summary>
    public static short Blend(int from, int to, int step) =>
        (short)(((from * (JitterLimits.Seam - step)) + (to * step)) / JitterLimits.Seam);
}
