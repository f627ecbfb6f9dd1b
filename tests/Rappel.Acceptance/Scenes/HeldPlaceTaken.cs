using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>Asks, rings again, and waits on the line at the place the callback holds: ahead of who came in between, and rung by nobody after.</summary>
internal sealed class HeldPlaceTaken() : Scene("a caller rings again, takes the held place and is served; nobody rings them")
{
    private const string Asker = "+15145550142";
    private const string Late = "+15145550122";

    /// <summary>From the answer to the choices: the welcome is spoken first, and no key counts there.</summary>
    private static readonly TimeSpan UntilChoices = TimeSpan.FromSeconds(9);

    protected override async Task Play(Stage stage)
    {
        var customer = stage.Carrier("customer", media => SippScript.Answers(media, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        var agent = await stage.Agent("1001", available: false);
        var asked = await stage.AskToBeCalledBack(Asker);

        var late = stage.Caller("late", Late, Stage.French);
        Stage.Need(await stage.Api.QueueHolds("nurses", 1, TimeSpan.FromSeconds(30)), "the later caller did not come to wait");
        stage.Note("late", "waits for a nurse, and came after the callback was asked for");

        var again = stage.Caller("again", Asker, Stage.French);
        Stage.Need(await again.Received("SIP/2.0 200", Stage.Soon), "the second call was not answered");
        await Waiting.Pass(UntilChoices);
        await stage.Press(again, "2");
        Stage.Need(await stage.Api.QueueHolds("nurses", 2, TimeSpan.FromSeconds(30)), "the caller did not come to wait again");
        stage.Equal("waiting", (await stage.Api.Callback(asked.Id)).Status, "the callback meanwhile");

        await stage.Api.SetAgent("1001", "available");
        stage.Note("agent", "1001 is available");
        await stage.AcceptOffer(agent, Stage.Soon);
        var shown = await agent.LastCallerShown() ?? "";
        stage.Check(shown.Contains("514 555 0142", StringComparison.Ordinal) && !shown.Contains("Rappel", StringComparison.Ordinal),
            $"the agent is rung for the caller on the line, ahead of the later one: {shown}");
        Stage.Need(await stage.Api.CallbackBecomes(asked.Id, "served", Stage.Soon), $"{asked.Id} is not served but {(await stage.Api.Callback(asked.Id)).Status}");
        stage.Equal("", string.Join(", ", (await stage.Api.Callback(asked.Id)).Outcomes), "attempts of the callback");
        // The agent hears the whisper first.
        await Waiting.Pass(TimeSpan.FromSeconds(9));
        await agent.HangUp();
        stage.Note("agent", "hangs up");
        Stage.Need(await again.Received("BYE", Stage.Soon), "the caller's call was not ended with the agent's");
        stage.Hears("the caller", again.Voice.Heard(), "the agent", Stage.AgentTone);

        // The agent is free again: the later caller is next, and after them nobody.
        await stage.AcceptOffer(agent, TimeSpan.FromSeconds(30));
        await agent.HangUp();
        Stage.Need(await late.Received("BYE", Stage.Soon), "the later caller's call was not ended with the agent's");
        stage.Check(await agent.Rings(TimeSpan.FromSeconds(12)) is null, "the agent is offered nothing more");
        stage.Equal(0, customer.Messages.Count, "messages to the customer's carrier");
    }
}
