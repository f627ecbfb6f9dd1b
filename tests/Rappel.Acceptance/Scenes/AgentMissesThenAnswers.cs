using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

internal sealed class AgentMissesThenAnswers() : Scene("the agent does not answer, then answers", Variant.QuickRetry, Variant.ShortOffers)
{
    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: false);
        var asked = await stage.AskToBeCalledBack();
        await stage.Api.SetAgent("1001", "available");
        Stage.Need(await agent.Rings(Stage.Soon), "the agent's phone did not ring");
        stage.Note("agent", $"rings: {await agent.LastCallerShown()}; nobody answers");
        Stage.Need(await agent.Ends(TimeSpan.FromSeconds(25)), "the agent's phone rang on");
        stage.Note("agent", "the phone stops ringing");
        Stage.Need(await stage.Api.CallbackBecomes(asked.Id, "delayed", Stage.Soon), "the request is not delayed");
        stage.Check(await stage.Api.AgentBecomes("1001", "on-break", Stage.Soon), "an agent who does not answer is on break");

        var customer = stage.Carrier("customer", media => SippScript.Answers(media, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        await stage.Api.SetAgent("1001", "available");
        stage.Note("agent", "1001 is back");
        await stage.AcceptOffer(agent, TimeSpan.FromSeconds(55), "2/3");
        await stage.TalkToCustomer(agent, customer, asked.Number);
        await stage.Completes(asked, "agent-did-not-answer", "connected");
        await stage.RetriedAfter(asked, TimeSpan.FromSeconds(40));
    }
}
