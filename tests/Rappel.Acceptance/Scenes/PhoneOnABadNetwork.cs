using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Audio;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>
/// A customer in a browser, on a network that loses every tenth packet of audio and delays each by up to 100 ms, talks to an agent at a desk
/// phone. Speech goes on both ways, and does not come later and later.
/// </summary>
internal sealed class PhoneOnABadNetwork() : Scene("a phone in the browser on a network that loses and delays")
{
    private const int Half = 8;
    private const double Loss = 0.1;

    // Where a new delay grows it shows within seconds; a browser settles meanwhile by less.
    private static readonly TimeSpan Growth = TimeSpan.FromMilliseconds(120);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(100);

    protected override async Task Play(Stage stage)
    {
        using var relay = new LossyRelay(Loss, Jitter, seed: 7);
        await using var chromium = await Chromium.Start(BrowserVoice.Make(stage.Folder, Stage.CustomerTone));
        await using var phone = await chromium.Open(stage.Server.Address, Look.Desk);
        try
        {
            await phone.SignIn();
            await phone.HasBadNetwork(relay);
            await Talk(stage, phone, await Connect(stage, phone));
        }
        catch (Exception missing) when (missing is PlaywrightException or TimeoutException)
        {
            throw new SceneOverException(missing.Message.Split('\n')[0]);
        }

        stage.Check(relay.Lost > relay.Carried * Loss / 2, $"{relay.Lost} of {relay.Carried} packets were lost on the way");
    }

    private static async Task<BaresipPhone> Connect(Stage stage, Window phone)
    {
        var agent = await stage.Agent("1001", available: false);
        Stage.Need(await phone.OpenTestPhone(), "the test phone did not register");
        await phone.Press("Call");
        Stage.Need(await phone.Shows("phone", "talking"), "the call was not answered");
        stage.Note("customer", "calls from the browser");
        Stage.Need(await stage.Api.QueueHolds("nurses", 1, TimeSpan.FromSeconds(40)), "the customer did not come to wait in the queue");
        await stage.Api.SetAgent("1001", "available");
        Stage.Need(await agent.Rings(Stage.Soon), "the agent's phone did not ring");
        await agent.Accept();
        Stage.Need(await agent.Talks(Stage.Soon), "the agent's call was not set up");
        stage.Note("agent", "accepts");
        return agent;
    }

    private static async Task Talk(Stage stage, Window phone, BaresipPhone agent)
    {
        var begun = await phone.CountAudio();
        var heard = await phone.Hears(Stage.AgentTone, Half);
        var middle = await phone.CountAudio();
        heard += await phone.Hears(Stage.AgentTone, Half);
        var ended = await phone.CountAudio();
        stage.Check(heard >= 2 * Half * 0.7, $"the customer hears the agent: {heard:0.0} of {2 * Half} s; {ended.Lost - begun.Lost} packets did not come");
        var (first, second) = (middle.WaitSince(begun), ended.WaitSince(middle));
        stage.Check(second < first + Growth && second < Longest, $"audio waits {first.TotalMilliseconds:0} ms in the browser at first, and {second.TotalMilliseconds:0} ms later");
        await agent.HangUp();
        Stage.Need(await phone.Shows("phone", "ready"), "the customer's call did not end with the agent's");
        Stage.Need(await agent.Ends(Stage.Soon), "the agent's call did not end");

        // The browser's voice comes and goes: it sounds for a little more than half of the time.
        var agentHeard = Tone.SecondsOf(Stage.CustomerTone, await Journey.Recording(agent));
        stage.Check(agentHeard >= Half / 4.0, $"the agent hears the customer: {agentHeard:0.0} s of {Stage.CustomerTone} Hz");
    }
}
