using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

internal sealed class TypedNumberCorrected() : Scene("a typed number, with a correction")
{
    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: false);
        var caller = stage.Caller("caller", "+15145550142", Stage.French);
        await stage.ReachChoices("caller");
        await stage.Press(caller, "3");
        await stage.Press(caller, "2");
        await stage.Press(caller, "5145550123#");
        await stage.Press(caller, "2");
        await stage.Press(caller, "5145550124#");
        await stage.Press(caller, "1");
        var asked = Stage.Need(await stage.Api.NewestCallback(), "no callback was taken");
        stage.Equal("+15145550124", asked.Number, "the number to call back");
        Stage.Need(await caller.Received("BYE", TimeSpan.FromSeconds(30)), "the server did not end the call after its goodbye");
        stage.Note("caller", "hears goodbye; the line is closed");

        var customer = stage.Carrier("customer", media => SippScript.Answers(media, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        await stage.Api.SetAgent("1001", "available");
        stage.Note("agent", "1001 is available");
        await stage.AcceptOffer(agent, Stage.Soon, "1/3");
        await stage.TalkToCustomer(agent, customer, "+15145550124");
        await stage.Completes(asked, "connected");
        var inbound = (await stage.Api.Interactions()).First(i => i.GetProperty("id").GetString() == asked.Parent);
        stage.Equal("diverted: callback", inbound.GetProperty("outcome").GetString(), "the call's own record");
    }
}
