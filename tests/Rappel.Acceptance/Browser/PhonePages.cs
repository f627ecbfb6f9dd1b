using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Rappel.Acceptance.Browser;

/// <summary>The pages that are phones, as the people at them use them.</summary>
internal static class PhonePages
{
    public static Task Press(this Window window, char key) =>
        window.Page.Locator("[data-phone]").GetByRole(AriaRole.Button, new() { NameRegex = new($"^{System.Text.RegularExpressions.Regex.Escape($"{key}")}( |$|[A-Z])") }).ClickAsync();

    /// <summary>Waits until a mark of a page says so: <c>phone</c> (<c>ready</c>, <c>rings</c>, <c>talking</c>), <c>call</c>, <c>offer</c>, <c>wrap-up</c>.</summary>
    public static async Task<bool> Shows(this Window window, string mark, string? value = null, int seconds = 20)
    {
        try
        {
            await window.Page.Locator(value is null ? $"[data-{mark}]" : $"[data-{mark}='{value}']").WaitForAsync(new() { Timeout = seconds * 1000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Waits until a mark is gone.</summary>
    public static async Task<bool> Leaves(this Window window, string mark)
    {
        try
        {
            await window.Page.Locator($"[data-{mark}]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>The customer's phone, registered.</summary>
    public static async Task<bool> OpenTestPhone(this Window window)
    {
        await window.Page.GotoAsync("/try/phone");
        return await window.Shows("phone", "ready");
    }

    /// <summary>An agent's workspace, with this browser as the agent's phone.</summary>
    public static async Task OpenDesk(this Window window, string agent)
    {
        await window.Page.GotoAsync($"/desk/{agent}");
        await window.Says("Phone ready");
    }
}
