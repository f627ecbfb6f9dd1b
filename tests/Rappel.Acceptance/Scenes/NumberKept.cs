using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>Besides: the caller hangs up at the confirming key, the agent's phone uses TCP and PCMA.</summary>
internal sealed class NumberKept() : Scene("the number kept from the call; the caller hangs up at the key")
{
    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1002", available: false, transport: "tcp", codec: "PCMA");
        var caller = await stage.CallerPhone("caller", "+15145550177");
        stage.Note("caller", $"+15145550177 calls {Stage.French}");
        await caller.Dial($"sip:{Stage.French}@127.0.0.1:{stage.Server.SipPort}");
        Stage.Need(await caller.Talks(Stage.Soon), "the call was not answered");
        await stage.ReachChoices("caller");
        await stage.Press(caller, "3");
        stage.Note("caller", "presses 1 and hangs up");
        await caller.Press("1");
        await caller.HangUp();

        var asked = Stage.Need(await stage.Api.NewestCallback(), "no callback was taken");
        stage.Equal("+15145550177", asked.Number, "the number to call back");
        var customer = stage.Carrier("customer", media => SippScript.Answers(media, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        await stage.Api.SetAgent("1002", "available");
        stage.Note("agent", "1002 is available");
        await stage.AcceptOffer(agent, Stage.Soon, "1/3");
        await stage.TalkToCustomer(agent, customer, "+15145550177");
        await stage.Completes(asked, "connected");
    }
}
