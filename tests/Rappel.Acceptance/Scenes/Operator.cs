using System.Threading.Tasks;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>On the English channel.</summary>
internal sealed class Operator() : Scene("the operator")
{
    protected override async Task Play(Stage stage)
    {
        var desk = await stage.Agent("1004", available: true);
        var caller = stage.Caller("caller", "+15145550133", Stage.English);
        await stage.ReachChoices("caller");
        await stage.Press(caller, "1");
        Stage.Need(await desk.Rings(Stage.Soon), "the operator's phone did not ring");
        stage.Note("operator", $"rings: {await desk.LastCallerShown()}");
        await desk.Accept();
        Stage.Need(await desk.Talks(Stage.Soon), "the operator's call was not set up");
        stage.Note("operator", "answers");
        await Waiting.Pass(TimeSpan.FromSeconds(4));
        await desk.HangUp();
        stage.Note("operator", "hangs up");
        Stage.Need(await caller.Received("BYE", Stage.Soon), "the caller's call was not ended with the operator's");
        stage.Hears("the caller", caller.Voice.Heard(), "the operator", Stage.AgentTone);
        Stage.Need(await desk.Ends(Stage.Soon), "the operator's call did not end");
        stage.Hears("the operator", await Journey.Recording(desk), "the caller", Stage.CallerTone);
        stage.Equal(0, (await stage.Api.Callbacks()).Count, "callbacks asked for");
        stage.Check(await stage.Api.QueueHolds("nurses", 0, Stage.Soon), "nobody is left in the queue");
        // Written a moment after the call has ended: nobody waits for it.
        var outcome = await Waiting.For(async () => (await stage.Api.Interactions())[^1].GetProperty("outcome").GetString(), Stage.Soon);
        stage.Equal("diverted: agent", outcome, "the call's record");
    }
}
