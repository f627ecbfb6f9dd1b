using System.Collections.Immutable;

namespace Rappel.Core.Ivr.Trying;

/// <summary>How long something takes to say.</summary>
public readonly record struct SpokenLength(TimeSpan Time, bool IsEstimated)
{
    /// <summary>Characters a second of a voice that speaks for the telephone.</summary>
    private const double CharactersPerSecond = 13;

    /// <summary>Of a recording that cannot be read: long enough to be noticed.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BeepTime = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// The rule where no audio is there yet: 13 characters a second, and 0.3 s more for each text. A digit alone, as in a number that
    /// is spelled, is a whole word: it counts for six characters.
    /// </summary>
    public static SpokenLength Estimate(AudioSegment segment) => new(segment switch
    {
        AudioSegment.Speech speech => Pause + TimeSpan.FromSeconds(speech.Text.Sum(c => char.IsAsciiDigit(c) ? 6 : 1) / CharactersPerSecond),
        AudioSegment.Beep => BeepTime,
        _ => Unknown,
    }, segment is not AudioSegment.Beep);

    public static SpokenLength Of(ImmutableArray<AudioSegment> segments, Func<AudioSegment, SpokenLength> one)
    {
        var whole = new SpokenLength(TimeSpan.Zero, false);
        foreach (var segment in segments)
        {
            var length = one(segment);
            whole = new SpokenLength(whole.Time + length.Time, whole.IsEstimated || length.IsEstimated);
        }

        return whole;
    }
}
