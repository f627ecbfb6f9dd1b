using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Endpoints;

namespace Rappel.Acceptance.Browser;

internal static class SigningIn
{
    /// <summary>Signs somebody in, the administrator where nobody is named, whatever the language.</summary>
    public static async Task SignIn(this Window window, string user = "admin", string password = RappelServer.AdminPassword)
    {
        await window.Go("/");
        await window.Page.GetByRole(AriaRole.Textbox).First.FillAsync(user);
        await window.Page.Locator("input[type=password]").FillAsync(password);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("nav a").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
