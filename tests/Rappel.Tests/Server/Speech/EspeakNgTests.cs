using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Media.Sessions;
using Rappel.Server.Speech;
using Rappel.Tests.Storage;

namespace Rappel.Tests.Server.Speech;

public sealed class EspeakNgTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fr", "Vous serez rappelé au")]
    [InlineData("en", "We will ring you back at")]
    public async Task It_speaks(string language, string text)
    {
        RequireEspeak();
        var clip = await Speak(new EspeakNg(), text, language);
        Assert.InRange(clip.Duration.TotalSeconds, 0.7, 3);
    }

    [Fact]
    public async Task Digits_are_spelled_and_accents_are_understood()
    {
        RequireEspeak();
        var espeak = new EspeakNg();
        var spelled = await Speak(espeak, "5 1 4", "fr");
        var number = await Speak(espeak, "5 1 4, 5 5 5, 0 1 0 0", "fr");
        Assert.True(number.Duration > spelled.Duration * 2);

        // Were the bytes of an accent taken for two letters, each would be read out.
        var plain = await Speak(espeak, "rappele", "fr");
        var accented = await Speak(espeak, "rappelé", "fr");
        Assert.InRange(accented.Duration / plain.Duration, 0.6, 1.6);
    }

    [Theory]
    [InlineData("$(touch broken) `touch broken` ; touch broken")]
    [InlineData("--help")]
    [InlineData("[[D,Is Iz sVm f@n'EtIk t'Ekst]] \"'\\")]
    public async Task What_looks_like_a_command_is_read_out(string text)
    {
        RequireEspeak();
        Assert.NotEqual(0, (await Speak(new EspeakNg(), text, "en")).Samples.Length);
        Assert.False(File.Exists("broken"));
    }

    [Fact]
    public async Task A_missing_program_is_a_failure_that_names_it()
    {
        var failure = await Assert.ThrowsAsync<SpeechFailedException>(() => new EspeakNg("no-such-program").SynthesizeAsync("hello", "en", SpeechHaste.ForCaller, Test));
        Assert.Contains("no-such-program", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_hangs_is_given_up_and_ended()
    {
        var program = Program("exec sleep 60");
        var failure = await Assert.ThrowsAsync<SpeechFailedException>(
            () => new EspeakNg(program, TimeSpan.FromMilliseconds(200)).SynthesizeAsync("hello", "en", SpeechHaste.ForCaller, Test));
        Assert.Contains("longer than", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_crashes_is_a_failure_with_its_last_words()
    {
        var program = Program("cat >/dev/null; echo no such voice >&2; exit 3");
        var failure = await Assert.ThrowsAsync<SpeechFailedException>(() => new EspeakNg(program).SynthesizeAsync("hello", "en", SpeechHaste.ForCaller, Test));
        Assert.Contains("ended with 3: no such voice", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_reads_nothing_and_ends_is_a_failure()
    {
        var program = Program("exit 1");
        await Assert.ThrowsAsync<SpeechFailedException>(() => new EspeakNg(program).SynthesizeAsync(new string('a', 200_000), "en", SpeechHaste.ForCaller, Test));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<AudioClip> Speak(EspeakNg espeak, string text, string language)
    {
        var wav = await espeak.SynthesizeAsync(text, language, SpeechHaste.InBackground, Test);
        Assert.True(SpeechShaping.TryShape(wav, text, out var clip, out var refusal), refusal.ToString());
        return clip!;
    }

    /// <summary>eng/setup.sh installs it; in continuous integration its absence is a failure.</summary>
    private static void RequireEspeak()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var there = path.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "espeak-ng")));
        Assert.True(there || Environment.GetEnvironmentVariable("CI") is null, "espeak-ng is missing: run eng/setup.sh");
        Assert.SkipUnless(there, "espeak-ng is not installed: run eng/setup.sh");
    }

    private string Program(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in is a shell script");
        var path = Path.Combine(folder.Path, "program");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
