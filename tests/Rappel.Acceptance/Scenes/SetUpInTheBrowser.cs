using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Browser;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Scenes;

/// <summary>
/// Somebody who has never seen the product sets up callback in French, in the browser, on an empty server: the eight steps of the guide the
/// product was asked for with. The next caller is called back.
/// </summary>
internal sealed class SetUpInTheBrowser() : Scene("set up in the browser, in French, from nothing")
{
    private const string Queue = "infirmieres";

    protected override bool FromNothing => true;

    protected override async Task Play(Stage stage)
    {
        await using (var chromium = await Chromium.Start())
        await using (var window = await chromium.Open(stage.Server.Address, Look.Desk.In("fr")))
        {
            try
            {
                await window.SignIn();
                await MakeWhatTheGuideTakesForGranted(window);
                stage.Note("administrator", "has a trunk, a dial plan, agents, queues and a script, all made in the browser");
                await FollowTheGuide(window, stage);
            }
            catch (Exception missing) when (missing is PlaywrightException or TimeoutException)
            {
                await window.Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(stage.Folder, "stopped-here.png") });
                throw new SceneOverException($"at {window.Page.Url}: {missing.Message.Split('\n')[0]}");
            }

            stage.Check(window.Wrong.Count == 0, window.Wrong.Count == 0 ? "no page had an error" : string.Join(" | ", window.Wrong));
        }

        await stage.IsCalledBack(Queue, Stage.French, "+15145550124", "3", "2", "5145550124#", "1");
    }

    private static async Task MakeWhatTheGuideTakesForGranted(Window window)
    {
        await Make(window, "trunks", "transporteur", "Transporteur", async () =>
        {
            await window.Type("Adresse", "${CARRIER:-127.0.0.1:5070}");
            var networks = window.Page.GetByLabel("Réseaux de confiance").First;
            await networks.FillAsync("127.0.0.0/8");
            await networks.PressAsync("Enter");
        });
        await Make(window, "dial-plans", "amerique-du-nord", "Amérique du Nord", async () =>
        {
            await window.Press("Ajouter une règle");
            await window.Page.GetByLabel("Motif").First.FillAsync("(?:\\+?1)?([2-9]\\d\\d[2-9]\\d{6})");
            await window.Type("Numéro à composer", "+1$1");
            await window.Choose("Liaison", "Transporteur");
        });
        await MakeAgent(window, "1001", "Amélie Tremblay");
        await MakeAgent(window, "1004", "Accueil");
        await Make(window, "queues/inbound", Queue, "Infirmières-conseils", () => AddMember(window, "Amélie Tremblay"));
        await Make(window, "queues/outbound", "rappels-infirmieres", "Rappels infirmières", () => AddMember(window, "Amélie Tremblay"));
        await Make(window, "queues/voicemail", "equipe-de-soins", "Équipe de soins", () => AddMember(window, "Accueil"));

        await window.Go("/config/scripts/~new");
        await window.Type("Nom du script", "Ligne info-santé");
        await window.Type("Clé", "ligne-info-sante");
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Une ligne info-santé" }).CheckAsync();
        await window.Choose("File où les appelants attendent", "Infirmières-conseils");
        await window.Choose("File des messages", "Équipe de soins");
        await window.Choose("Téléphoniste", "Accueil");
        await window.Press("Créer le script");
        await window.Page.WaitForURLAsync("**/config/scripts/ligne-info-sante");
    }

    private static async Task FollowTheGuide(Window window, Stage stage)
    {
        // 1. The properties of the inbound queue.
        await window.Go($"/config/queues/inbound/{Queue}");
        await window.Choose("Traitement de l’attente", "Ligne info-santé");
        await window.Choose("Rappels de cette file", "Rappels infirmières");
        await Save(window);
        stage.Note("administrator", "1: the inbound queue has its treatment and its callbacks");

        // 2 to 7. The option announced, Get Value, read-back, confirm or re-enter, label, Callback: with the assistant.
        await window.Go("/config/scripts/ligne-info-sante");
        await window.Press("Ajouter le rappel");
        await window.Press("Suivant");
        await window.Press("Suivant");
        await window.Choose("Nom de la file d’attente", "Rappels infirmières");
        await window.Choose("Plan de numérotation", "Amérique du Nord");
        await window.Press("Suivant");
        await window.Press("Suivant");
        await window.Press("Mettre en place");
        await window.Press("Enregistrer");
        await window.Says("Enregistré");
        stage.Note("administrator", "2 to 7: the script offers the callback, reads the number back, has it confirmed, and asks for it");

        // 8. The script is saved and given to a channel.
        await Make(window, "channels", "ligne", "Ligne info-santé", async () =>
        {
            await window.Type("Numéro de téléphone", Stage.French);
            await window.Choose("Script", "Ligne info-santé");
            await window.Choose("Langue", "Français");
        });
        await window.Go("/config/publish");
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Publier ") }).ClickAsync();
        await window.Says("est en vigueur");
        stage.Note("administrator", "8: the channel runs the script; published");
    }

    private static Task MakeAgent(Window window, string key, string name) =>
        Make(window, "agents", key, name, () => window.Page.Locator("input[type=password]").FillAsync("${AGENT_PASSWORD}"));

    private static async Task AddMember(Window window, string agent)
    {
        await window.Press("Ajouter des agents");
        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = agent }).CheckAsync();
        await window.Press("Ajouter 1 agent");
    }

    private static async Task Make(Window window, string page, string key, string name, Func<Task> fill)
    {
        await window.Go($"/config/{page}/~new");
        await window.Type("Nom", name);
        await window.Type("Clé", key);
        await fill();
        await window.Press("Créer");
        await window.Page.WaitForURLAsync($"**/config/{page}/{key}");
    }

    private static async Task Save(Window window)
    {
        await window.Press("Enregistrer au brouillon");
        await window.Says("Enregistré au brouillon");
    }
}
