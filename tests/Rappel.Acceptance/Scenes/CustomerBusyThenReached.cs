using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

internal sealed class CustomerBusyThenReached() : Scene("the customer is busy, then reached after the real retry delay", Variant.QuickRetry)
{
    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: false);
        var asked = await stage.AskToBeCalledBack();
        var busy = stage.Carrier("busy", _ => SippScript.Busy());
        await stage.Api.SetAgent("1001", "available");
        await stage.AcceptOffer(agent, Stage.Soon, "1/3");
        Stage.Need(await busy.Received("ACK", Stage.Soon), "the customer was not dialled");
        stage.Note("customer", "is busy (486)");
        Stage.Need(await agent.Ends(Stage.Soon), "the agent was not let go");
        stage.Note("agent", "is told, and let go");
        Stage.Need(await stage.Api.CallbackBecomes(asked.Id, "delayed", Stage.Soon), "the request is not delayed");
        Stage.Need(await busy.EndedWell(Stage.Soon), "the carrier's first call did not go as written");

        var customer = stage.Carrier("customer", media => SippScript.Answers(media, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(90)));
        await stage.AcceptOffer(agent, TimeSpan.FromSeconds(60), "2/3");
        await stage.TalkToCustomer(agent, customer, asked.Number);
        await stage.Completes(asked, "busy", "connected");
        await stage.RetriedAfter(asked, TimeSpan.FromSeconds(40));
    }
}
