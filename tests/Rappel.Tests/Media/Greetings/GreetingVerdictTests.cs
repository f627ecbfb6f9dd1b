using Rappel.Media.Sessions;

namespace Rappel.Tests.Media.Greetings;

public sealed class GreetingVerdictTests
{
    [Fact]
    public void A_word_and_a_pause_is_a_person_within_a_second()
    {
        var heard = new Sounds().Silence(500).Speech(400).Silence(3000).Hear();
        Assert.Equal(GreetingVerdict.Person, heard.Verdict);
        Assert.InRange(heard.After, 900 + 800, 900 + 1000);
    }

    [Fact]
    public void Who_speaks_at_once_is_understood_as_well()
    {
        Assert.Equal(GreetingVerdict.Person, new Sounds().Speech(600).Silence(3000).Hear().Verdict);
        Assert.Equal(GreetingVerdict.Machine, new Sounds().Speech(6000).Silence(3000).Hear().Verdict);
    }

    [Theory]
    [InlineData(1800)]
    [InlineData(2600)]
    [InlineData(3300)]
    public void A_name_and_a_company_in_one_breath_is_a_person(int milliseconds)
    {
        var heard = new Sounds().Silence(500).Speech(milliseconds).Silence(3000).Hear();
        Assert.Equal(GreetingVerdict.Person, heard.Verdict);
        Assert.InRange(heard.After, 500 + milliseconds + 900, 500 + milliseconds + 1100);
    }

    [Fact]
    public void A_long_greeting_is_a_machine_before_it_ends()
    {
        var heard = new Sounds().Silence(300).Speech(8000).Silence(3000).Hear();
        Assert.Equal(GreetingVerdict.Machine, heard.Verdict);
        Assert.InRange(heard.After, 3600, 4100);
    }

    [Fact]
    public void Three_sentences_are_a_machine_sooner_than_one_breath()
    {
        var heard = new Sounds().Silence(300).Speech(600).Silence(600).Speech(900).Silence(500).Speech(1500).Silence(3000).Hear();
        Assert.Equal(GreetingVerdict.Machine, heard.Verdict);
        Assert.InRange(heard.After, 3000, 3500);
    }

    [Fact]
    public void A_machine_that_breathes_after_hello_is_no_person()
    {
        var heard = new Sounds().Silence(300).Speech(400).Silence(700).Speech(4000).Silence(3000).Hear();
        Assert.Equal(GreetingVerdict.Machine, heard.Verdict);
    }

    [Fact]
    public void Who_says_hello_twice_is_a_person()
    {
        Assert.Equal(GreetingVerdict.Person, new Sounds().Silence(800).Speech(400).Silence(700).Speech(400).Silence(3000).Hear().Verdict);
    }

    [Fact]
    public void Nothing_said_is_silence_after_four_seconds()
    {
        var heard = new Sounds().Silence(8000).Hear();
        Assert.Equal((GreetingVerdict.Silence, 4000), (heard.Verdict, heard.After));
    }

    [Fact]
    public void Nothing_sent_is_silence_as_well()
    {
        var heard = new Sounds().Speech(8000).LosingEvery(1).Hear();
        Assert.Equal((GreetingVerdict.Silence, 4000), (heard.Verdict, heard.After));
    }

    [Theory]
    [InlineData(-50)]
    [InlineData(-30)]
    [InlineData(-15)]
    public void Steady_noise_is_silence_however_loud(double level)
    {
        Assert.Equal(GreetingVerdict.Silence, new Sounds().Silence(8000).WithNoise(NoiseMaker.White, level).Hear().Verdict);
    }

    [Fact]
    public void Hum_of_the_mains_is_silence()
    {
        Assert.Equal(GreetingVerdict.Silence, new Sounds().Silence(8000).WithNoise(NoiseMaker.Hum, -15).Hear().Verdict);
    }

    [Fact]
    public void Clicks_are_not_words()
    {
        var sounds = new Sounds().Silence(700).Click().Silence(900).Click().Silence(3000);
        Assert.Equal(GreetingVerdict.Silence, sounds.Silence(2000).Hear().Verdict);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(-40)]
    [InlineData(-32)]
    public void Noise_does_not_make_a_person_endless(double level)
    {
        var heard = new Sounds().Silence(700).Speech(800).Silence(4000).WithNoise(NoiseMaker.White, level).Hear();
        Assert.Equal(GreetingVerdict.Person, heard.Verdict);
        Assert.InRange(heard.After, 2300, 2600);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-12)]
    public void Soft_and_loud_voices_are_judged_alike(double level)
    {
        Assert.Equal(GreetingVerdict.Person, new Sounds().Silence(500).Speech(900, level).Silence(3000).Hear().Verdict);
        Assert.Equal(GreetingVerdict.Machine, new Sounds().Silence(500).Speech(5000, level).Silence(3000).Hear().Verdict);
    }

    [Fact]
    public void Far_voices_do_not_fill_the_pause()
    {
        var heard = new Sounds().Silence(400).Speech(800, -18).Speech(3000, -44).Silence(1000).Hear();
        Assert.Equal(GreetingVerdict.Person, heard.Verdict);
    }

    [Fact]
    public void Lost_packets_change_no_verdict()
    {
        Assert.Equal(GreetingVerdict.Person, new Sounds().Silence(500).Speech(1500).Silence(3000).LosingEvery(7).Hear().Verdict);
        Assert.Equal(GreetingVerdict.Machine, new Sounds().Silence(500).Speech(5000).Silence(3000).LosingEvery(7).Hear().Verdict);
    }

    [Fact]
    public void Who_speaks_late_is_judged_at_the_end_of_the_time_there_is()
    {
        var little = new Sounds().Silence(3700).Speech(1800).Silence(400).Speech(400).Silence(3000).Hear();
        Assert.Equal((GreetingVerdict.Machine, 6000), (little.Verdict, little.After));
        var less = new Sounds().Silence(3700).Speech(500).Silence(700).Speech(500).Silence(800).Hear();
        Assert.Equal((GreetingVerdict.Person, 6000), (less.Verdict, less.After));
    }
}
