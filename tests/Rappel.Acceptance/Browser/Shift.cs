using System.Threading.Tasks;
using Rappel.Acceptance.Endpoints;
using Rappel.Acceptance.Staging;

namespace Rappel.Acceptance.Browser;

/// <summary>A callback from the offer to the wrap-up, at an agent's workspace, for its pictures. By keys and marks: in any language.</summary>
internal static class Shift
{
    private const string Agent = "1001";

    // What an agent should know of somebody.
    private const string Ask = """
        async () => {
          const answer = await fetch('/api/v1/callbacks', {
            method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Rappel-Request': '1' },
            body: JSON.stringify({
              number: '+15145550123', name: 'Zoé Côté', language: 'fr', note: 'Parler lentement.', variables: { 'customer.accountNumber': '123456' },
            }),
          });
          return answer.status;
        }
        """;

    /// <param name="shoot">Takes a picture of the workspace under a name.</param>
    public static async Task Play(RappelServer server, Chromium chromium, Look look, Func<Window, string, Task> shoot)
    {
        await using var phone = await chromium.Open(server.Address, Look.Desk);
        await phone.SignIn();
        Stage.Need(await phone.OpenTestPhone(), "the test phone did not register");
        await using var desk = await chromium.Open(server.Address, look);
        await desk.SignIn();
        await desk.Page.GotoAsync($"/desk/{Agent}");
        // By the page, in either language: the server may still know the phone of the shift before.
        await desk.Page.GetByText("Phone ready").Or(desk.Page.GetByText("Téléphone prêt")).First.WaitForAsync();
        await phone.Page.EvaluateAsync<int>(Ask);
        await desk.Page.Keyboard.PressAsync("v");
        await Picture(desk, "offer", "offer", shoot);
        await desk.Page.Keyboard.PressAsync("a");
        Stage.Need(await phone.Shows("phone", "rings"), "the customer's phone did not ring");
        await Picture(desk, "call", "dialling", shoot);
        await phone.Page.Locator("[data-phone=rings] button").First.ClickAsync();
        Stage.Need(await desk.Shows("call", "talking"), "the two were not connected");
        await Picture(desk, "call", "talking", shoot);
        await phone.Press("Hang up");
        await Picture(desk, "wrap-up", "wrap-up", shoot);
        await server.Api.SetAgent(Agent, "on-break");
    }

    private static async Task Picture(Window desk, string mark, string name, Func<Window, string, Task> shoot)
    {
        Stage.Need(await desk.Shows(mark), $"the workspace did not come to {name}");
        await Waiting.Pass(TimeSpan.FromSeconds(0.5));
        await shoot(desk, name);
    }
}
