using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

internal sealed class KilledAfterTheKey() : Scene("the server is killed after the confirming key, and started again")
{
    protected override async Task Play(Stage stage)
    {
        var agent = await stage.Agent("1001", available: false);
        var caller = stage.Caller("caller", "+15145550166", Stage.French, hangsUpAfter: TimeSpan.FromSeconds(60));
        await stage.ReachChoices("caller");
        await stage.Press(caller, "3");
        caller.Voice.Press("1");
        stage.Note("caller", "presses 1");
        Stage.Need(await stage.Api.NewestCallback(), "no callback was taken");
        stage.Server.Kill();
        stage.Note("server", "killed (SIGKILL)");
        stage.Check(!caller.Messages.Any(m => !m.Sent && m.FirstLine.StartsWith("BYE", StringComparison.Ordinal)), "the caller was still on the line");

        await stage.Server.Start();
        stage.Note("server", "ready again");
        var asked = Stage.Need(await stage.Api.NewestCallback(), "the request is lost");
        stage.Equal("+15145550166", asked.Number, "the request is there, for");
        var customer = stage.Carrier("customer", media => SippScript.Answers(media, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        await stage.Api.SetAgent("1001", "available");
        stage.Note("agent", "1001 is available");
        await stage.AcceptOffer(agent, TimeSpan.FromSeconds(30), "1/3");
        await stage.TalkToCustomer(agent, customer, asked.Number);
        await stage.Completes(asked, "connected");
        stage.Equal(0, await stage.Server.Stop() ?? -1, "at SIGTERM the server ends, and its exit code");
    }
}
