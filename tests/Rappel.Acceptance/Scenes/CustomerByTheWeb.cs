using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>A customer asks by the widget on another server's page, and changes and cancels by the link; a webhook's receiver is killed meanwhile and
/// misses nothing; a program's request made twice under one key, with the server killed between, is one.</summary>
internal sealed class CustomerByTheWeb() : Scene("a customer by the web, a receiver killed, a request made twice")
{
    private const string Order = """{"number":"514 555 0171"}""";

    protected override async Task Play(Stage stage)
    {
        var port = stage.Ports.Next(1);
        using var receiver = new WebReceiver(
            port, $"<!doctype html><html lang=fr><h1>Site</h1><script src='{stage.Server.Address}/widget.js' data-widget='scene' async></script></html>");
        receiver.Start();
        await SetUp(stage, receiver);

        var first = await stage.Api.Post("callbacks", Order, ("Idempotency-Key", "order-1"));
        stage.Equal(201, first.Status, "a program asks for a callback; the answer");
        Stage.Need(await Waiting.For(() => Task.FromResult(receiver.Taken.IsEmpty ? null : "told"), Stage.Soon), "the webhook was told nothing");
        receiver.Kill();
        stage.Note("receiver", "killed");
        await AskByTheWidget(stage, receiver, port);

        stage.Server.Kill();
        stage.Note("server", "killed (SIGKILL)");
        await stage.Server.Start();
        var again = await stage.Api.Post("callbacks", Order, ("Idempotency-Key", "order-1"));
        stage.Check(first.Body == again.Body, "asked again under its key, after the restart, it is given the same answer");
        stage.Equal(2, (await stage.Api.Callbacks()).Count, "the program's and the customer's: the number of requests");

        if (!receiver.IsUp)
        {
            receiver.Start();
            stage.Note("receiver", "is back");
        }

        await Told(stage, receiver);
    }

    private static async Task SetUp(Stage stage, WebReceiver receiver)
    {
        await stage.Api.Make("webhooks/scene", $$"""
            {"url":"{{receiver.Url}}","events":["callback.requested","callback.changed","callback.cancelled"]}
            """);
        await stage.Api.Make("widgets/scene", $$"""
            {"outboundQueue":"nurse-callbacks","dialPlan":"north-american","callerId":"ligne-info-sante","attempts":3,"retryDelay":"5 min","cancelAfter":"4 h","origins":["{{receiver.Origin}}"]}
            """);
        await stage.Api.Publish();
        stage.Note("administrator", "has published a webhook and a widget");
    }

    private static async Task AskByTheWidget(Stage stage, WebReceiver receiver, int port)
    {
        // The page is up, but takes no events.
        receiver.Start(refuses: true);
        await using var chromium = await Chromium.Start();
        await using var window = await chromium.Open($"http://localhost:{port}", Look.Phone.In("fr"));
        var page = window.Page;
        await page.GotoAsync("/");
        await Press(page, "Rappelez-moi");
        await page.GetByLabel("Votre numéro de téléphone").FillAsync("514 555 0172");
        await Press(page, "Demander l’appel");
        var link = await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Consulter, modifier") }).GetAttributeAsync("href");
        stage.Check(link is not null && link.StartsWith($"{stage.Server.Address}/c/", StringComparison.Ordinal), "the widget on another server's page gives a link");

        await page.GotoAsync(link!);
        await Press(page, "Choisir un autre moment");
        await page.GetByLabel("Quand devons-nous appeler?").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await Press(page, "Enregistrer");
        await page.GetByText("Votre rappel est déplacé.").WaitForAsync();
        stage.Equal("delayed", (await stage.Api.NewestCallback(2))!.Status, "the customer chose another time; the request");
        await Press(page, "Annuler le rappel");
        await Press(page, "Oui, annuler");
        await page.GetByText("Ce rappel est annulé").WaitForAsync();
        stage.Equal("cancelled", (await stage.Api.NewestCallback(2))!.Status, "the customer cancelled; the request");
        stage.Check(window.Wrong.Count == 0, window.Wrong.Count == 0 ? "no page had an error" : string.Join(" | ", window.Wrong));
        receiver.Kill();
    }

    private static async Task Told(Stage stage, WebReceiver receiver)
    {
        var last = await Waiting.For(
            () => Task.FromResult(receiver.Taken.FirstOrDefault(e => Word(e) == "callback.cancelled") is { ValueKind: not System.Text.Json.JsonValueKind.Undefined } e ? Word(e) : null),
            TimeSpan.FromSeconds(90));
        Stage.Need(last, "the receiver was never told of the end");
        var told = receiver.Taken.Where(e => e.GetProperty("subject").GetString() == "cb-2").DistinctBy(e => e.GetProperty("id").GetString()).ToList();
        stage.Equal("callback.requested callback.changed callback.cancelled", string.Join(' ', told.Select(Word)), "what the receiver, killed and back, was told of the customer");
    }

    private static string Word(System.Text.Json.JsonElement told) => told.GetProperty("event").GetString()!;

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
