using Rappel.Media.Audio;
using Rappel.Server.Speech;

namespace Rappel.Tests.Server.Speech;

public class SpeechShapingTests
{
    private const int SamplesPerMillisecond = 8;

    [Theory]
    [InlineData("5 1 4", 40)]
    [InlineData("5 1 4,", 180)]
    [InlineData("au revoir.", 300)]
    public void Silence_around_speech_gives_way_to_the_pause_its_last_mark_asks_for(string text, int pause)
    {
        var spoken = Shape(text, [.. new short[4000], .. FakeSpeech.Tone(8000), .. new short[12000]]);
        Assert.Equal(8000 + ((20 + pause) * SamplesPerMillisecond), spoken.Length);
        Assert.Equal(0, spoken[^1]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(4000)]
    [InlineData(32000)]
    public void All_is_brought_to_one_level(double amplitude)
    {
        var spoken = Shape("hello", FakeSpeech.Tone(8000, amplitude));
        Assert.InRange(ToneMeter.Amplitude(spoken.AsSpan(0, 8000), 400), 4400, 4900);
    }

    [Fact]
    public void A_loud_click_does_not_overflow()
    {
        short[] quiet = FakeSpeech.Tone(8000, 700);
        quiet[4000] = short.MinValue;
        Assert.InRange(Shape("hello", quiet).Max(s => Math.Abs((int)s)), 1, 30001);
    }

    [Fact]
    public void Silence_alone_is_a_clip_of_nothing() => Assert.Empty(Shape("...", new short[8000]));

    [Fact]
    public void What_is_no_audio_is_refused()
    {
        Assert.False(SpeechShaping.TryShape("segmentation fault"u8, "hello", out _, out var refusal));
        Assert.Equal("not-a-wav", refusal.Code);
    }

    private static short[] Shape(string text, short[] raw)
    {
        Assert.True(SpeechShaping.TryShape(WavWriter.ToBytes(raw), text, out var clip, out _));
        return clip!.Samples.ToArray();
    }
}
