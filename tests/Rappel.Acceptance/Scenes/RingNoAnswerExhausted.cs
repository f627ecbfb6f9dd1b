using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

internal sealed class RingNoAnswerExhausted()
    : Scene("ring no answer until the attempts are used up", Variant.QuickRetry, Variant.TwoAttempts, Variant.ShortRing)
{
    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: false);
        var asked = await stage.AskToBeCalledBack();
        await stage.Api.SetAgent("1001", "available");
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var silent = stage.Carrier($"silent{attempt}", _ => SippScript.NeverAnswers());
            await stage.AcceptOffer(agent, TimeSpan.FromSeconds(60), $"{attempt}/2");
            Stage.Need(await silent.Received("INVITE", Stage.Soon), "the customer was not dialled");
            stage.Note("customer", "rings");
            Stage.Need(await silent.Received("CANCEL", TimeSpan.FromSeconds(12)), "the ring time did not end");
            stage.Note("customer", "stops ringing");
            Stage.Need(await agent.Ends(Stage.Soon), "the agent was not let go");
            stage.Check(await silent.EndedWell(Stage.Soon), "the call to the customer was cancelled as it should be");
        }

        var ended = Stage.Need(await stage.Api.CallbackBecomes(asked.Id, "exhausted", Stage.Soon), "the request is not exhausted");
        stage.Equal("ring-no-answer, ring-no-answer", string.Join(", ", ended.Outcomes), $"{asked.Id} exhausted; its attempts");
        await stage.RetriedAfter(asked, TimeSpan.FromSeconds(40));
    }
}
