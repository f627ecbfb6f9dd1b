using Rappel.Media.Audio;

namespace Rappel.Tests.Media.Audio;

public class BuiltInSoundsTests
{
    [Fact]
    public void The_beep_is_one_kilohertz() =>
        Assert.InRange(ToneMeter.Share(BuiltInSounds.Beep.Samples.Span[200..3000], 1000), 0.99, 1);

    [Fact]
    public void The_ringing_tone_is_two_seconds_of_440_and_480_hertz_and_four_of_silence()
    {
        var samples = BuiltInSounds.RingingTone.Samples.Span;
        Assert.Equal(6 * 8000, samples.Length);
        Assert.InRange(ToneMeter.Share(samples[..16000], 440), 0.45, 0.55);
        Assert.InRange(ToneMeter.Share(samples[..16000], 480), 0.45, 0.55);
        Assert.Equal(-1, samples[16000..].IndexOfAnyExcept((short)0));
    }

    [Fact]
    public void The_music_is_long_and_quiet_and_never_silent()
    {
        var samples = BuiltInSounds.Music.Samples.Span;
        Assert.True(BuiltInSounds.Music.Duration >= TimeSpan.FromSeconds(20));
        Assert.InRange(samples.ToArray().Max(sample => Math.Abs((int)sample)), 3000, 6000);
        for (var at = 0; at + 4000 <= samples.Length; at += 4000)
        {
            Assert.True(samples.Slice(at, 4000).ToArray().Average(sample => Math.Abs((int)sample)) > 200, $"silent at {at / 8000.0} s");
        }
    }

    [Fact]
    public void The_seam_of_the_music_is_no_sharper_than_its_inside()
    {
        var samples = BuiltInSounds.Music.Samples.Span;
        var sharpest = 0;
        for (var i = 1; i < samples.Length; i++)
        {
            sharpest = Math.Max(sharpest, Math.Abs(samples[i] - samples[i - 1]));
        }

        Assert.InRange(Math.Abs(samples[0] - samples[^1]), 0, sharpest);
        Assert.InRange(sharpest, 1, 3000);
    }
}
