using System.Threading.Tasks;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>The queue records, and says so to the caller.</summary>
internal sealed class SupervisorListens() : Scene("a supervisor listens, whispers and speaks with both, and the call is recorded", Variant.Recorded)
{
    private const int SupervisorTone = 1130;

    /// <summary>In a sum of three voices each has a third of it.</summary>
    private const double OneOfThree = 0.2;

    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(4);

    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: true);
        var supervisor = await stage.Agent("1004", available: false, tone: SupervisorTone);
        var caller = stage.Caller("caller", "+15145550133", Stage.French);
        Stage.Need(await agent.Rings(TimeSpan.FromSeconds(40)), "the agent's phone did not ring");
        await agent.Accept();
        Stage.Need(await agent.Talks(Stage.Soon), "the agent's call was not set up");
        stage.Note("agent", "accepts; the caller hears that the call is recorded");
        Stage.Need(await Waiting.Until(() => Tone.SecondsOf(Stage.AgentTone, caller.Voice.Heard()) > 1, TimeSpan.FromSeconds(40)), "the two do not hear each other");

        var watch = await stage.Api.Watch("1001", "listen", "1004");
        stage.Note("supervisor", "listens");
        Stage.Need(await supervisor.Rings(Stage.Soon), "the supervisor's phone did not ring");
        await supervisor.Accept();
        Stage.Need(await supervisor.Talks(Stage.Soon), "the supervisor's call was not set up");
        var listening = await HeardIn(caller, Stretch);
        await stage.Api.ChangeWatch(watch, "whisper");
        stage.Note("supervisor", "whispers");
        var whispering = await HeardIn(caller, Stretch);
        await stage.Api.ChangeWatch(watch, "barge");
        stage.Note("supervisor", "speaks with both");
        var barging = await HeardIn(caller, Stretch);

        Quiet(stage, "while the supervisor listens", listening);
        Quiet(stage, "while the supervisor whispers", whispering);
        stage.Check(Tone.SecondsOf(SupervisorTone, barging, OneOfThree) > 2, "the caller hears the supervisor who speaks with both");
        stage.Check(Tone.SecondsOf(Stage.AgentTone, barging, OneOfThree) > 2, "and the agent at the same time");

        await agent.HangUp();
        stage.Note("agent", "hangs up");
        Stage.Need(await caller.Received("BYE", Stage.Soon), "the caller's call was not ended with the agent's");
        Stage.Need(await supervisor.Ends(Stage.Soon), "the watch did not end with the call");
        Stage.Need(await agent.Ends(Stage.Soon), "the agent's call did not end");
        var heard = await Journey.Recording(supervisor);
        stage.Check(Tone.SecondsOf(Stage.CallerTone, heard, OneOfThree) > 8, "the supervisor heard the caller all the time");
        stage.Check(Tone.SecondsOf(Stage.AgentTone, heard, OneOfThree) > 8, "and the agent");
        var told = Tone.SecondsOf(SupervisorTone, await Journey.Recording(agent), OneOfThree);
        stage.Check(told is > 5 and < 10, $"the agent heard the supervisor whisper and speak: {told:0.0} s");
        await CheckRecording(stage);
    }

    private static async Task<short[]> HeardIn(SippEndpoint caller, TimeSpan time)
    {
        // What is under way when the mode changes belongs to neither.
        await Waiting.Pass(TimeSpan.FromSeconds(0.7));
        var before = caller.Voice.Heard().Length;
        await Waiting.Pass(time);
        return caller.Voice.Heard()[before..];
    }

    private static void Quiet(Stage stage, string when, short[] heard)
    {
        stage.Check(Tone.SecondsOf(SupervisorTone, heard, 0.02) == 0, $"the caller hears nothing of the supervisor {when}");
        stage.Check(Tone.SecondsOf(Stage.AgentTone, heard) > 3, $"the caller hears the agent as before {when}");
    }

    private static async Task CheckRecording(Stage stage)
    {
        var recording = Stage.Need(await Waiting.For(async () => await stage.Api.KeptRecording(), Stage.Soon), "no recording was kept");
        var (left, right) = WavFile.Sides(await stage.Api.Audio(recording));
        stage.Check(Tone.SecondsOf(Stage.CallerTone, left) > 10, "the recording has the caller on the left");
        stage.Check(Tone.SecondsOf(Stage.AgentTone, left, 0.02) == 0, "and nobody else there");
        stage.Check(Tone.SecondsOf(Stage.AgentTone, right, OneOfThree) > 10, "the agent on the right");
        stage.Check(Tone.SecondsOf(SupervisorTone, right, OneOfThree) is > 2 and < 6, "with the supervisor while speaking with both, and not while whispering");
    }
}
