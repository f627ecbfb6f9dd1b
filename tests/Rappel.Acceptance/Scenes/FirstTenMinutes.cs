using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>
/// What a newcomer does in the tour: a customer in one browser and a nurse in another, with nothing but microphones; and a supervisor in a third
/// who listens to them.
/// </summary>
internal sealed class FirstTenMinutes() : Scene("the first ten minutes: a customer, a nurse and a supervisor, each in a browser")
{
    private const int Listening = 4;
    private const int SupervisorTone = 1130;
    private const string Supervisor = "louise";
    private const string Password = "four words in a row";
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(10);

    protected override async Task Play(Stage stage)
    {
        await using var customers = await Chromium.Start(BrowserVoice.Make(stage.Folder, Stage.CustomerTone));
        await using var nurses = await Chromium.Start(BrowserVoice.Make(stage.Folder, Stage.AgentTone));
        await using var supervisors = await Chromium.Start(BrowserVoice.Make(stage.Folder, SupervisorTone));
        try
        {
            Task<Window>[] opening = [Open(stage, customers), Open(stage, customers), Open(stage, nurses), OpenAsSupervisor(stage, supervisors)];
            await Task.WhenAll(opening);
            await using var tour = await opening[0];
            await using var phone = await opening[1];
            await using var desk = await opening[2];
            await using var board = await opening[3];
            await tour.Page.GotoAsync("/tour");
            await Step(tour, "call");
            var asked = await Ask(stage, tour, phone);
            await Talk(stage, tour, phone, desk);
            await Watch(stage, board, phone, desk);
            await Finish(stage, tour, phone, desk, asked);
            stage.Check(await board.Leaves("watch"), "the supervisor listens no more");
            string[] wrong = [.. tour.Wrong, .. phone.Wrong, .. desk.Wrong, .. board.Wrong];
            stage.Check(wrong.Length == 0, $"no page reported an error {string.Join(" ", wrong.Take(2))}".TrimEnd());
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

    private static async Task<Window> OpenAsSupervisor(Stage stage, Chromium chromium)
    {
        await stage.Api.MakeUser(Supervisor, "supervisor", Password);
        var window = await chromium.Open(stage.Server.Address, Look.Desk);
        await window.SignIn(Supervisor, Password);
        await window.Page.GotoAsync("/board");
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

    private static async Task Watch(Stage stage, Window board, Window phone, Window desk)
    {
        await board.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Listen to the call of") }).ClickAsync();
        Stage.Need(await board.Shows("watch", "listen"), "the supervisor's browser did not come to the call");
        stage.Note("supervisor", "listens from the board");
        var (customer, nurse) = (board.Hears(Stage.CustomerTone, Listening, among: true), board.Hears(Stage.AgentTone, Listening, among: true));
        var unheard = Heard(SupervisorTone);
        stage.Check(await customer >= Listening / 4.0, $"the supervisor hears the customer: {await customer:0.0} s of {Stage.CustomerTone} Hz in {Listening} s");
        stage.Check(await nurse >= Listening / 4.0, $"and the nurse: {await nurse:0.0} s of {Stage.AgentTone} Hz");
        stage.Check(await unheard is (0, 0), "neither hears the supervisor");

        await Take(board, "Whisper", "whisper");
        stage.Note("supervisor", "whispers");
        var whisper = await Heard(SupervisorTone);
        stage.Check(whisper is { Phone: 0, Desk: >= Listening / 4.0 }, $"the nurse hears the whisper, the customer does not: {whisper.Desk:0.0} s and {whisper.Phone:0.0} s");

        await Take(board, "Join in", "barge");
        stage.Note("supervisor", "speaks with both");
        var joined = await Heard(SupervisorTone);
        stage.Check(joined is { Phone: >= Listening / 4.0, Desk: >= Listening / 4.0 }, $"both hear the supervisor: {joined.Desk:0.0} s and {joined.Phone:0.0} s");

        async Task<(double Phone, double Desk)> Heard(int hertz)
        {
            var (atPhone, atDesk) = (phone.Hears(hertz, Listening, among: true), desk.Hears(hertz, Listening, among: true));
            return (await atPhone, await atDesk);
        }
    }

    private static async Task Take(Window board, string way, string mode)
    {
        await board.Page.GetByText(way, new() { Exact = true }).ClickAsync();
        Stage.Need(await board.Shows("watch", mode), $"the supervisor could not {way}");
        // What was said before is still under way.
        await Waiting.Pass(TimeSpan.FromSeconds(0.7));
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
