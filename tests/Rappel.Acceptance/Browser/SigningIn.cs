using System.Threading.Tasks;
using Microsoft.Playwright;
using Rappel.Acceptance.Endpoints;

namespace Rappel.Acceptance.Browser;

internal static class SigningIn
{
    /// <summary>Signs the administrator in, whatever the language.</summary>
    public static async Task SignIn(this Window window)
    {
        await window.Go("/");
        await window.Page.GetByRole(AriaRole.Textbox).First.FillAsync("admin");
        await window.Page.Locator("input[type=password]").FillAsync(RappelServer.AdminPassword);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("nav a").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
