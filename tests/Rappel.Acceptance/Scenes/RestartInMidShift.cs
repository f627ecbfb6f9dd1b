using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>The server is stopped and started again while an agent sits in front of a browser: nobody touches anything, and work goes on.</summary>
internal sealed class RestartInMidShift() : Scene("the server is restarted in mid-shift, and the agent's browser comes back by itself")
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    protected override async Task Play(Stage stage)
    {
        await using var chromium = await Chromium.Start();
        try
        {
            await using var desk = await chromium.Open(stage.Server.Address, Look.Desk);
            await desk.SignIn();
            await desk.OpenDesk("1001");
            await desk.Press("Break");
            Stage.Need(await stage.Api.AgentBecomes("1001", "on-break", Stage.Soon), "the agent's status did not change");
            var asked = await stage.AskToBeCalledBack();
            await Restart(stage, desk);

            var kept = await stage.Api.Callback(asked.Id);
            stage.Equal("waiting", kept.Status, $"{asked.Id} is there and");
            await desk.Press("Available");
            stage.Check(await desk.Shows("offer"), "the callback is offered in the same page, which nobody loaded again");
            Stage.Need(await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).IsEnabledAsync(), "the browser does not ring");
        }
        catch (Exception missing) when (missing is PlaywrightException or TimeoutException)
        {
            throw new SceneOverException(missing.Message.Split('\n')[0]);
        }
    }

    private static async Task Restart(Stage stage, Window desk)
    {
        await stage.Server.Stop();
        stage.Note("server", "stopped");
        await desk.Says("The server does not answer");
        stage.Note("agent", "the page says that the server does not answer");
        await stage.Server.Start();
        var clock = Stopwatch.StartNew();
        stage.Note("server", "ready again");
        Stage.Need(await stage.Api.AgentRegisters("1001", TimeSpan.FromSeconds(20)), "the browser did not register again");
        await desk.Says("Phone ready");
        await desk.Page.GetByText("The server does not answer").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        stage.Check(clock.Elapsed < Promised, $"the agent is back {clock.Elapsed.TotalSeconds:0.0} s after the server, without touching anything");
    }
}
