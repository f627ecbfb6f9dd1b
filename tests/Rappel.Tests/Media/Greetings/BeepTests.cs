using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Greetings;

public sealed class BeepTests
{
    [Theory]
    [InlineData(360, 400)]
    [InlineData(425, 400)]
    [InlineData(440, 1000)]
    [InlineData(523, 150)]
    [InlineData(850, 100)]
    [InlineData(1000, 400)]
    [InlineData(1000, 1450)]
    [InlineData(1400, 100)]
    [InlineData(1633, 300)]
    [InlineData(1990, 250)]
    public void A_beep_after_a_few_words_is_a_machine_and_the_end_of_its_greeting(int hertz, int milliseconds)
    {
        foreach (var noise in (double[])[-70, -34])
        {
            var sounds = new Sounds().Silence(300).Speech(1200).Silence(500).Tone(milliseconds, -20, hertz);
            var end = sounds.Milliseconds;
            var heard = sounds.Silence(2500).WithNoise(NoiseMaker.White, noise).Hear();
            Assert.Equal(GreetingVerdict.Machine, heard.Verdict);
            Assert.InRange(heard.After, 2080, 2300);
            Assert.True(heard.Beep);
            Assert.InRange(heard.Over!.Value, end, end + 100);
        }
    }

    [Fact]
    public void A_beep_ends_a_long_greeting_at_once()
    {
        var heard = new Sounds().Speech(9000).Silence(100).Tone(300, -18, 1000).Silence(3000).Hear();
        Assert.Equal((GreetingVerdict.Machine, true), (heard.Verdict, heard.Beep));
        Assert.InRange(heard.Over!.Value, 9400, 9500);
    }

    [Fact]
    public void A_beep_alone_is_a_machine()
    {
        var heard = new Sounds().Silence(900).Tone(500, -20, 950).Silence(3000).Hear();
        Assert.Equal((GreetingVerdict.Machine, true), (heard.Verdict, heard.Beep));
    }

    [Theory]
    [InlineData(425, 0)]
    [InlineData(440, 480)]
    [InlineData(400, 450)]
    public void What_is_left_of_the_ringing_is_neither_speech_nor_beep(double one, double other)
    {
        double[] tones = other == 0 ? [one] : [one, other];
        var sounds = new Sounds().Tone(700, -22, tones);
        Assert.Equal(GreetingVerdict.Silence, sounds.Silence(5000).Hear().Verdict);
        var answered = new Sounds().Tone(700, -22, tones).Silence(600).Speech(500).Silence(3000).Hear();
        Assert.Equal(GreetingVerdict.Person, answered.Verdict);
        Assert.False(answered.Beep);
    }

    [Theory]
    [InlineData(440, 480)]
    [InlineData(697, 1209)]
    [InlineData(350, 440)]
    public void Two_tones_are_no_beep(double one, double other)
    {
        var heard = new Sounds().Speech(6000).Silence(400).Tone(800, -20, one, other).Silence(4000).Hear();
        Assert.Equal((GreetingVerdict.Machine, false), (heard.Verdict, heard.Beep));
    }

    [Fact]
    public void A_tone_that_climbs_is_no_beep()
    {
        var heard = new Sounds().Speech(6000).Silence(400).Glide(600, 500, 1600).Silence(4000).Hear();
        Assert.False(heard.Beep);
    }

    [Theory]
    [InlineData(250)]
    [InlineData(2300)]
    public void A_tone_outside_the_band_of_beeps_is_none(double hertz)
    {
        Assert.False(new Sounds().Speech(6000).Silence(400).Tone(600, -20, hertz).Silence(4000).Hear().Beep);
    }

    [Fact]
    public void A_tone_of_seconds_is_a_machine_but_no_beep()
    {
        var heard = new Sounds().Silence(400).Tone(3000, -20, 1100).Silence(4000).Hear();
        Assert.Equal((GreetingVerdict.Machine, false), (heard.Verdict, heard.Beep));
        Assert.True(heard.Over >= 5000);
    }

    [Fact]
    public void A_short_pure_vowel_within_a_word_is_no_beep()
    {
        var heard = new Sounds().Silence(400).Speech(300).Tone(110, -20, 600).Speech(300).Silence(3000).Hear();
        Assert.Equal((GreetingVerdict.Person, false), (heard.Verdict, heard.Beep));
    }
}
