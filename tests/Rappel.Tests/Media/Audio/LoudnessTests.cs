using Rappel.Media.Audio;

namespace Rappel.Tests.Media.Audio;

public class LoudnessTests
{
    [Theory]
    [InlineData(2000, 4667)]
    [InlineData(9000, 4667)]
    [InlineData(32000, 4667)]
    public void Recordings_are_brought_to_one_level(double amplitude, double level) =>
        Assert.InRange(ToneMeter.Amplitude(Loudness.Even(Tone(8000, amplitude)), 400), level - 100, level + 100);

    [Fact]
    public void A_very_soft_recording_is_made_twelve_decibels_louder_and_no_more() =>
        Assert.InRange(ToneMeter.Amplitude(Loudness.Even(Tone(8000, 300)), 400), 1150, 1250);

    [Fact]
    public void Nothing_is_cut_off_and_nothing_is_trimmed()
    {
        short[] soft = [.. new short[4000], .. Tone(8000, 1500), .. new short[4000]];
        soft[8000] = 32000;
        var even = Loudness.Even(soft);
        Assert.Equal(soft.Length, even.Length);
        Assert.InRange(even.Max(s => Math.Abs((int)s)), 29000, 30001);
    }

    [Fact]
    public void What_a_microphone_put_off_centre_is_put_back()
    {
        var even = Loudness.Even([.. Tone(8000, 4000).Select(s => (short)(s + 2000))]);
        Assert.InRange(even.Average(s => s), -2, 2);
    }

    [Fact]
    public void Silence_stays_silence() => Assert.All(Loudness.Even(new short[800]), s => Assert.Equal(0, s));

    private static short[] Tone(int samples, double amplitude) =>
        [.. Enumerable.Range(0, samples).Select(i => (short)(amplitude * Math.Sin(2 * Math.PI * 400 * i / 8000)))];
}
