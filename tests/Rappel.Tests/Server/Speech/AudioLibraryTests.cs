using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Calls;
using Rappel.Core.Ivr;
using Rappel.Media.Audio;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Speech;
using Rappel.Storage;
using Rappel.Storage.Sqlite;
using Rappel.Tests.Server.Configuration;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Speech;

public sealed class AudioLibraryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LogBook log = new();
    private readonly SqliteStore store;
    private readonly string welcome;

    public AudioLibraryTests()
    {
        store = SqliteStore.Open(new(folder.File("rappel.db")));
        welcome = Keep("audio/welcome.wav", Tone(4000));
    }

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recording_is_read_once()
    {
        var recordings = Recordings();
        var clip = await recordings.ReadAsync(welcome, Test);
        Assert.Equal(4000, clip?.Samples.Length);
        Assert.Same(clip, await recordings.ReadAsync(welcome, Test));
    }

    [Fact]
    public async Task A_call_hears_the_recording_its_version_had_and_a_later_one_the_one_that_replaced_it()
    {
        var recordings = Recordings();
        Assert.Equal(4000, (await recordings.ReadAsync(welcome, Test))?.Samples.Length);
        Assert.Equal(5000, (await recordings.ReadAsync(Keep("audio/welcome.wav", Tone(5000)), Test))?.Samples.Length);
        Assert.Equal(4000, (await recordings.ReadAsync(welcome, Test))?.Samples.Length);
    }

    [Theory]
    [InlineData("audio/welcome.wav")]
    [InlineData("")]
    [InlineData("/etc/hostname")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000/none.wav")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000/../../etc/hostname")]
    public async Task Nothing_else_is_read(string file)
    {
        Assert.Null(await Recordings().ReadAsync(file, Test));
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task A_content_that_is_no_recording_is_told()
    {
        Assert.Null(await Recordings().ReadAsync(Keep("bad.wav", "hello"u8.ToArray()), Test));
        Assert.Contains("it is no WAV file", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_joins_speech_recordings_and_the_beep()
    {
        using var speech = new SpeechSynthesizer(
            new FakeSpeech(), new SpeechStock(Path.Combine(folder.Path, "speech"), log), new ClipMemory(), log);
        var library = new AudioLibrary(speech, Recordings());
        Assert.Equal("hello", (await library.ResolveAsync(new AudioSegment.Speech("hello", "en"), Test))?.Name);
        Assert.Equal("audio/welcome.wav", (await library.ResolveAsync(new AudioSegment.Recording(welcome), Test))?.Name);
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
        Assert.All(engine.Hastes, h => Assert.Equal(SpeechHaste.InBackground, h));
        Assert.Equal(SpokenTexts.Of(ExampleFolder.AcmeHealthSnapshot()).Count(), engine.Asked.Count);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    private static byte[] Tone(int samples) => WavWriter.ToBytes(FakeSpeech.Tone(samples));

    private string Keep(string path, byte[] bytes)
    {
        // In a version, as a call's recordings are.
        store.AddContents(TenantId.Default, [bytes]);
        var files = FileTable.Empty.Add(path, ContentHash.Of(bytes));
        store.AddVersion(TenantId.Default, new NewVersion(default, "test", "", ConfigurationOrigin.Draft, null, files), endDraft: false);
        return RecordingPins.Of(ContentHash.Of(bytes), path);
    }

    private Recordings Recordings() => new(store, TenantId.Default, new ClipMemory(), log);
}
