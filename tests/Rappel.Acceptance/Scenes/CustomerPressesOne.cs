using System.Threading.Tasks;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

internal sealed class CustomerPressesOne() : Scene("the customer is rung first, presses 1, and the agent's phone rings", Variant.CustomerFirst)
{
    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: false);
        var asked = await stage.AskToBeCalledBack();
        var customer = stage.Carrier("customer", media => SippScript.Answers(media, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(90)));
        customer.Voice.IsQuiet = true;
        await stage.Api.SetAgent("1001", "available");
        var invite = Stage.Need(await customer.Received("INVITE", Stage.Soon), "the customer was not dialled");
        stage.Note("customer", $"{asked.Number} rings");
        stage.Check(invite.Header("From").Contains(Stage.French, StringComparison.Ordinal), $"the customer sees {Stage.French}");
        Stage.Need(await customer.Received("ACK", Stage.Soon), "the customer's answer was not confirmed");
        stage.Note("customer", "answers, says hello and listens");
        await Waiting.Pass(TimeSpan.FromSeconds(0.5));
        customer.Voice.Say(Hello.Make());
        stage.Check(await Waiting.Until(() => customer.Voice.HearsSound, TimeSpan.FromSeconds(20)), "the customer is told who calls");
        stage.Check(agent.HasNotRung, "the agent's phone has not rung");

        await stage.Press(customer, "1");
        await stage.AcceptOffer(agent, Stage.Soon, "1/3");
        customer.Voice.IsQuiet = false;
        Stage.Need(
            await Waiting.Until(() => Tone.SecondsOf(Stage.AgentTone, customer.Voice.Heard()) > 0, Stage.Soon),
            "the agent and the customer were not joined after the whisper");
        await stage.Converse(agent, customer);
        await stage.Completes(asked, "connected");
    }
}
