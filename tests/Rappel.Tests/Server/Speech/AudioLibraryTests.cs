using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Ivr;
using Rappel.Media.Audio;
using Rappel.Server.Speech;
using Rappel.Tests.Server.Configuration;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Speech;

public sealed class AudioLibraryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LogBook log = new();
    private readonly string configuration;

    public AudioLibraryTests()
    {
        configuration = Path.Combine(folder.Path, "configuration");
        Directory.CreateDirectory(Path.Combine(configuration, "audio"));
        Write(Path.Combine(configuration, "audio", "welcome.wav"), 4000);
        Write(Path.Combine(folder.Path, "secret.wav"), 4000);
        Directory.CreateDirectory(Path.Combine(folder.Path, "configuration-old"));
        Write(Path.Combine(folder.Path, "configuration-old", "old.wav"), 4000);
    }

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_the_folder_is_read_once()
    {
        var recordings = Recordings();
        var clip = await recordings.ReadAsync("audio/welcome.wav", Test);
        Assert.Equal(4000, clip?.Samples.Length);
        Assert.Same(clip, await recordings.ReadAsync("audio/welcome.wav", Test));
    }

    [Fact]
    public async Task A_file_that_was_replaced_is_read_again()
    {
        var recordings = Recordings();
        await recordings.ReadAsync("audio/welcome.wav", Test);
        Write(Path.Combine(configuration, "audio", "welcome.wav"), 5000);
        Assert.Equal(5000, (await recordings.ReadAsync("audio/welcome.wav", Test))?.Samples.Length);
    }

    [Theory]
    [InlineData("../secret.wav")]
    [InlineData("audio/../../secret.wav")]
    [InlineData("../configuration-old/old.wav")]
    [InlineData("audio")]
    [InlineData("")]
    [InlineData("none.wav")]
    [InlineData("a\0.wav")]
    public async Task No_other_file_is_read(string file)
    {
        Assert.Null(await Recordings().ReadAsync(file, Test));
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task Neither_by_its_whole_path_nor_by_a_link()
    {
        File.CreateSymbolicLink(Path.Combine(configuration, "linked.wav"), Path.Combine(folder.Path, "secret.wav"));
        Directory.CreateSymbolicLink(Path.Combine(configuration, "up"), folder.Path);
        foreach (var file in new[] { Path.Combine(folder.Path, "secret.wav"), "linked.wav", "up/secret.wav" })
        {
            Assert.Null(await Recordings().ReadAsync(file, Test));
        }
    }

    [Fact]
    public async Task A_file_that_is_no_recording_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(configuration, "bad.wav"), "hello", Test);
        Assert.Null(await Recordings().ReadAsync("bad.wav", Test));
        Assert.Contains("it is no WAV file", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_joins_speech_recordings_and_the_beep()
    {
        using var speech = new SpeechSynthesizer(
            new FakeSpeech(), new SpeechStock(Path.Combine(folder.Path, "speech"), log), new ClipMemory(), log);
        var library = new AudioLibrary(speech, Recordings());
        Assert.Equal("hello", (await library.ResolveAsync(new AudioSegment.Speech("hello", "en"), Test))?.Name);
        Assert.Equal("audio/welcome.wav", (await library.ResolveAsync(new AudioSegment.Recording("audio/welcome.wav"), Test))?.Name);
        Assert.Same(BuiltInSounds.Beep, await library.ResolveAsync(new AudioSegment.Beep(), Test));
    }

    [Fact]
    public async Task What_a_configuration_says_is_spoken_ahead_each_text_once()
    {
        var engine = new FakeSpeech();
        using var speech = new SpeechSynthesizer(engine, new SpeechStock(Path.Combine(folder.Path, "speech"), log), new ClipMemory(), log);
        await new AudioLibrary(speech, Recordings()).PrewarmAsync(ExampleFolder.AcmeHealthSnapshot(), Test);
        Assert.Contains("d'environ 4 minutes.", engine.Asked);
        Assert.Equal(1, engine.MostAtOnce);
        Assert.Equal(SpokenTexts.Of(ExampleFolder.AcmeHealthSnapshot()).Count(), engine.Asked.Count);
    }

    public void Dispose() => folder.Dispose();

    private static void Write(string path, int samples) => File.WriteAllBytes(path, WavWriter.ToBytes(FakeSpeech.Tone(samples)));

    private Recordings Recordings() => new(configuration, new ClipMemory(), log);
}
