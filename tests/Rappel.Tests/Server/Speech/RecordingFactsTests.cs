using Rappel.Media.Audio;
using Rappel.Server.Speech;

namespace Rappel.Tests.Server.Speech;

public class RecordingFactsTests
{
    [Fact]
    public void A_recording_tells_its_length_and_rate()
    {
        var wav = WavWriter.ToBytes(FakeSpeech.Tone(12_000));
        Assert.Equal(new RecordingFacts(TimeSpan.FromSeconds(1.5), 8000, 1), RecordingFacts.TryRead(wav, wav.Length, out _));
    }

    [Theory]
    [InlineData("hello", "it is no WAV file", "ce n'est pas un fichier WAV")]
    [InlineData("ID3\u0003 and more than twelve", "it is a recording of another format", "c'est un enregistrement d'un autre format")]
    public void What_cannot_be_played_is_told_in_both_languages(string bytes, string english, string french)
    {
        var file = System.Text.Encoding.Latin1.GetBytes(bytes);
        Assert.Null(RecordingFacts.TryRead(file, file.Length, out var problem));
        Assert.StartsWith(english, problem.English, StringComparison.Ordinal);
        Assert.StartsWith(french, problem.French, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_has_words_of_its_own()
    {
        var codes = typeof(WavRefusal).GetFields().Where(f => f.IsLiteral).Select(f => new WavRefusal((string)f.GetRawConstantValue()!, 12)).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal(codes.Count, codes.Select(c => RecordingRefusals.Told(c).English).Distinct().Count());
        Assert.Equal(codes.Count, codes.Select(c => RecordingRefusals.Told(c).French).Distinct().Count());
    }
}
