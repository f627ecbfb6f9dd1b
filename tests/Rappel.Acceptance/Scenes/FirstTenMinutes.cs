using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>What a newcomer does in the tour: a customer in one browser and a nurse in another, with nothing but microphones.</summary>
internal sealed class FirstTenMinutes() : Scene("the first ten minutes: a customer and a nurse, each in a browser")
{
    private const int Listening = 4;
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(10);

    protected override async Task Play(Stage stage)
    {
        await using var customers = await Chromium.Start(BrowserVoice.Make(stage.Folder, Stage.CustomerTone));
        await using var nurses = await Chromium.Start(BrowserVoice.Make(stage.Folder, Stage.AgentTone));
        try
        {
            await using var tour = await Open(stage, customers);
            await using var phone = await Open(stage, customers);
            await using var desk = await Open(stage, nurses);
            await tour.Page.GotoAsync("/tour");
            await Step(tour, "call");
            var asked = await Ask(stage, tour, phone);
            await Talk(stage, tour, phone, desk);
            await Finish(stage, tour, phone, desk, asked);
            stage.Check(tour.Wrong.Concat(phone.Wrong).Concat(desk.Wrong).FirstOrDefault() is not { } wrong, $"no page reported an error{string.Join(" ", phone.Wrong.Concat(desk.Wrong).Concat(tour.Wrong).Take(2))}");
        }
        catch (Exception missing) when (missing is PlaywrightException or TimeoutException)
        {
            throw new SceneOverException(missing.Message.Split('\n')[0]);
        }
    }

    private static async Task<Window> Open(Stage stage, Chromium chromium)
    {
        var window = await chromium.Open(stage.Server.Address, Look.Desk);
        await window.SignIn();
        return window;
    }

    private static async Task<Callback> Ask(Stage stage, Window tour, Window phone)
    {
        Stage.Need(await phone.OpenTestPhone(), "the test phone did not register");
        await phone.Press("Call");
        Stage.Need(await phone.Shows("phone", "talking"), "the call was not answered");
        stage.Note("customer", "calls from the browser");
        await Step(tour, "ask");
        await stage.ReachChoices("customer");
        await Key(stage, phone, '3');
        await Key(stage, phone, '1');
        var asked = Stage.Need(await stage.Api.NewestCallback(), "no callback was taken");
        stage.Note("server", $"took {asked.Id} for {asked.Number}");
        await Step(tour, "hang-up");
        await phone.Press("Hang up");
        Stage.Need(await phone.Shows("phone", "ready"), "the customer's call did not end");
        stage.Note("customer", "hangs up");
        await Step(tour, "available");
        return asked;
    }

    private static async Task Talk(Stage stage, Window tour, Window phone, Window desk)
    {
        await desk.OpenDesk("1001");
        await desk.Press("Available");
        Stage.Need(await desk.Shows("offer"), "nothing was offered");
        await Step(tour, "accept");
        stage.Note("nurse", "is offered the callback");
        await desk.Press("Accept");
        Stage.Need(await phone.Shows("phone", "rings", 30), "the customer's browser did not ring");
        stage.Note("customer", "the browser rings");
        await Step(tour, "answer");
        await phone.Press("Answer");
        Stage.Need(await desk.Shows("call", "talking"), "the two were not connected");
        await Step(tour, "talk");
        await Hear(stage, phone, desk);
        await LoadAgain(stage, desk);
        await Hear(stage, phone, desk);
    }

    /// <summary>Nobody touches anything but the key that loads the page again.</summary>
    private static async Task LoadAgain(Stage stage, Window desk)
    {
        await desk.Page.ReloadAsync();
        var clock = Stopwatch.StartNew();
        await desk.Page.Locator("audio[data-call-sound]").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 15_000 });
        Stage.Need(await desk.Shows("call", "talking"), "the two were not connected again");
        stage.Check(clock.Elapsed < BackWithin, $"the nurse, who loaded the page again in mid-call, is back in it after {clock.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task Hear(Stage stage, Window phone, Window desk)
    {
        var (atDesk, atPhone) = (desk.Hears(Stage.CustomerTone, Listening), phone.Hears(Stage.AgentTone, Listening));
        stage.Check(await atDesk >= Listening / 4.0, $"the nurse hears the customer: {await atDesk:0.0} s of {Stage.CustomerTone} Hz in {Listening} s");
        stage.Check(await atPhone >= Listening / 4.0, $"the customer hears the nurse: {await atPhone:0.0} s of {Stage.AgentTone} Hz in {Listening} s");
    }

    private static async Task Finish(Stage stage, Window tour, Window phone, Window desk, Callback asked)
    {
        await desk.Press("Hang up");
        Stage.Need(await phone.Shows("phone", "ready"), "the customer's call did not end with the nurse's");
        stage.Check(await desk.Shows("wrap-up"), "the nurse is in wrap-up");
        await desk.Press("Finish");
        Stage.Need(await stage.Api.AgentBecomes("1001", "available", Stage.Soon), "the wrap-up did not end");
        await stage.Completes(asked, "connected");
        await Step(tour, "done");
        stage.Note("tour", "followed every step");
    }

    private static async Task Key(Stage stage, Window phone, char key)
    {
        stage.Note("customer", $"presses {key}");
        await phone.Press(key);
        await Waiting.Pass(TimeSpan.FromSeconds(1.5));
    }

    private static async Task Step(Window tour, string step) => Stage.Need(await tour.Shows("now", step), $"the tour did not come to '{step}'");
}
