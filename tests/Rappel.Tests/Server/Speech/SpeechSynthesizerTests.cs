using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Media.Sessions;
using Rappel.Server.Speech;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Speech;

public sealed class SpeechSynthesizerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LogBook log = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_calls_that_ask_for_one_text_have_it_spoken_once()
    {
        var engine = new FakeSpeech { Holds = true };
        using var speech = Synthesizer(engine);
        var asked = Enumerable.Range(0, 50).Select(_ => speech.SpeakAsync("hello", "en", Test).AsTask()).ToList();
        engine.Release();
        var clips = await Task.WhenAll(asked);
        Assert.Single(engine.Asked);
        Assert.All(clips, c => Assert.Same(clips[0], c));
        Assert.NotNull(clips[0]);
    }

    [Fact]
    public async Task What_was_spoken_is_kept_in_memory_and_on_disk()
    {
        var first = new FakeSpeech();
        using (var speech = Synthesizer(first))
        {
            var clip = await speech.SpeakAsync("hello", "en", Test);
            Assert.Same(clip, await speech.SpeakAsync("hello", "en", Test));
        }

        Assert.Single(first.Asked);
        var second = new FakeSpeech();
        using var later = Synthesizer(second);
        Assert.NotNull(await later.SpeakAsync("hello", "en", Test));
        Assert.Empty(second.Asked);
    }

    [Fact]
    public async Task What_is_spoken_ahead_does_not_drive_out_what_is_asked_for()
    {
        var engine = new FakeSpeech();
        var memory = new ClipMemory(4000);
        using var speech = new SpeechSynthesizer(engine, new SpeechStock(Path.Combine(folder.Path, "speech"), log), memory, log);
        await speech.SpeakAsync("asked for", "en", Test);
        for (var text = 'a'; text <= 'z'; text++)
        {
            await speech.SpeakAheadAsync($"ahead {text}", "en", Test);
        }

        Assert.NotNull(memory.Find(SpeechStock.Key(engine.Voice("en"), "asked for")));
        Assert.Equal(27, engine.Asked.Count);
        await speech.SpeakAheadAsync("ahead z", "en", Test);
        Assert.NotNull(await speech.SpeakAsync("ahead z", "en", Test));
        Assert.Equal(27, engine.Asked.Count);
    }

    [Fact]
    public async Task Another_text_language_or_voice_is_another_sound()
    {
        var engine = new FakeSpeech();
        using var speech = Synthesizer(engine);
        await speech.SpeakAsync("hello", "en", Test);
        await speech.SpeakAsync("hello", "fr", Test);
        await speech.SpeakAsync("hello!", "en", Test);
        Assert.Equal(3, engine.Asked.Count);
        var other = new FakeSpeech { Name = "better" };
        using var better = Synthesizer(other);
        await better.SpeakAsync("hello", "en", Test);
        Assert.Single(other.Asked);
    }

    [Fact]
    public async Task An_engine_that_fails_gives_silence_and_one_line_until_it_works_again()
    {
        var engine = new FakeSpeech { Fails = true };
        using var speech = Synthesizer(engine);
        Assert.Null(await speech.SpeakAsync("one", "en", Test));
        Assert.Null(await speech.SpeakAsync("two", "en", Test));
        var line = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains("lost its voice", line.Text, StringComparison.Ordinal);

        engine.Fails = false;
        Assert.NotNull(await speech.SpeakAsync("one", "en", Test));
        Assert.Contains("again", log.Lines.Last().Text, StringComparison.Ordinal);
        engine.Fails = true;
        Assert.Null(await speech.SpeakAsync("three", "en", Test));
        Assert.Equal(3, log.Lines.Count);
    }

    [Fact]
    public async Task A_damaged_file_is_spoken_anew()
    {
        using (var speech = Synthesizer(new FakeSpeech()))
        {
            await speech.SpeakAsync("hello", "en", Test);
        }

        var file = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        await File.WriteAllTextAsync(file, "RIFF", Test);
        var engine = new FakeSpeech();
        using var later = Synthesizer(engine);
        Assert.NotNull(await later.SpeakAsync("hello", "en", Test));
        Assert.Single(engine.Asked);
    }

    [Fact]
    public async Task One_who_waits_no_longer_takes_nothing_from_the_others()
    {
        var engine = new FakeSpeech { Holds = true };
        using var speech = Synthesizer(engine);
        using var gone = new CancellationTokenSource();
        var leaves = speech.SpeakAsync("hello", "en", gone.Token).AsTask();
        var stays = speech.SpeakAsync("hello", "en", Test).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        engine.Release();
        Assert.NotNull(await stays);
        Assert.Single(engine.Asked);
    }

    [Fact]
    public async Task No_more_texts_are_spoken_at_once_than_there_are_voices()
    {
        var engine = new FakeSpeech { Holds = true };
        using var speech = Synthesizer(engine);
        var asked = Enumerable.Range(0, SpeechLimits.Voices + 20).Select(i => speech.SpeakAsync($"text {i}", "en", Test).AsTask()).ToList();
        engine.Release();
        Assert.All(await Task.WhenAll(asked), Assert.NotNull);
        Assert.InRange(engine.MostAtOnce, 1, SpeechLimits.Voices);
    }

    [Fact]
    public async Task More_than_can_wait_and_what_is_too_long_is_not_spoken()
    {
        var engine = new FakeSpeech { Holds = true };
        using var speech = Synthesizer(engine);
        var asked = Enumerable.Range(0, SpeechLimits.Waiting).Select(i => speech.SpeakAsync($"{i}", "en", Test).AsTask()).ToList();
        Assert.Null(await speech.SpeakAsync("one more", "en", Test));
        engine.Release();
        Assert.All(await Task.WhenAll(asked), Assert.NotNull);
        Assert.Null(await speech.SpeakAsync(new string('a', SpeechLimits.TextLength + 1), "en", Test));
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_to_costs_no_speech()
    {
        var file = Path.Combine(folder.Path, "in-the-way");
        await File.WriteAllTextAsync(file, "", Test);
        using var speech = new SpeechSynthesizer(new FakeSpeech(), new SpeechStock(file, log), new ClipMemory(), log);
        Assert.NotNull(await speech.SpeakAsync("hello", "en", Test));
        Assert.Single(log.Lines);
    }

    [Fact]
    public void The_stock_on_disk_stays_within_its_bound()
    {
        const int Limit = 40_000;
        var stock = new SpeechStock(folder.Path, log, Limit);
        for (var i = 0; i < 10; i++)
        {
            stock.Keep(SpeechStock.Key("fake", $"text {i}"), new AudioClip("text", FakeSpeech.Tone(4000)));
        }

        Assert.InRange(Sizes(), 8000, Limit);
        Assert.NotNull(stock.Find(SpeechStock.Key("fake", "text 9"), "text"));
        Assert.NotNull(new SpeechStock(folder.Path, log, 10_000));
        Assert.InRange(Sizes(), 0, 10_000);
        Assert.Empty(log.Lines);
    }

    public void Dispose() => folder.Dispose();

    private long Sizes() => new DirectoryInfo(folder.Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    private SpeechSynthesizer Synthesizer(FakeSpeech engine) => new(engine, new SpeechStock(folder.Path, log), new ClipMemory(), log);
}
