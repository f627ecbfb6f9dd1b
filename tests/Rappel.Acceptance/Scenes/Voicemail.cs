using System.IO;
using System.Threading.Tasks;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

internal sealed class Voicemail() : Scene("a message to the care team")
{
    protected override async Task Play(Stage stage)
    {
        var caller = await stage.CallerPhone("caller", "+15145550155");
        stage.Note("caller", $"+15145550155 calls {Stage.French}");
        await caller.Dial($"sip:{Stage.French}@127.0.0.1:{stage.Server.SipPort}");
        Stage.Need(await caller.Talks(Stage.Soon), "the call was not answered");
        await stage.ReachChoices("caller");
        await stage.Press(caller, "2");

        // The greeting, the beep, and then a message of some seconds.
        await Waiting.Pass(TimeSpan.FromSeconds(14));
        await caller.HangUp();
        stage.Note("caller", "hangs up after the message");
        var message = Stage.Need(await Waiting.For(() => Task.FromResult(Message(stage.Server.DataFolder)), Stage.Soon), "no message was recorded");
        var seconds = Tone.SecondsOf(Stage.CallerTone, WavFile.Read(message));
        stage.Check(seconds >= 3, $"the message holds {seconds:0.0} s of the caller's voice");
        stage.Equal(0, (await stage.Api.Callbacks()).Count, "callbacks asked for");
        var outcome = await Waiting.For(
            async () => (await stage.Api.Interactions()).Select(i => i.GetProperty("outcome").GetString()).FirstOrDefault(o => o == "diverted: voicemail"), Stage.Soon);
        stage.Equal("diverted: voicemail", outcome, "the call's record");
    }

    private static string? Message(string dataFolder) =>
        Directory.EnumerateFiles(dataFolder, "*.wav", SearchOption.AllDirectories).FirstOrDefault(f => WavFile.Read(f).Length > 0 && f.Contains("voicemail", StringComparison.Ordinal));
}
