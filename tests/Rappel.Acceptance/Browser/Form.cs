using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Rappel.Acceptance.Browser;

/// <summary>Filling in pages as a person does: by the words beside the fields.</summary>
internal static class Form
{
    public static Task Type(this Window window, string label, string text) => window.Box(AriaRole.Textbox, label).FillAsync(text);

    /// <summary>Chooses in a list that is searched by typing.</summary>
    public static async Task Choose(this Window window, string label, string option)
    {
        await window.Box(AriaRole.Combobox, label).ClickAsync();
        await window.Page.GetByRole(AriaRole.Option, new() { Name = option }).First.ClickAsync();
    }

    public static Task Press(this Window window, string button) =>
        window.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Waits until the page says it.</summary>
    public static Task Says(this Window window, string text) => window.Page.GetByText(text).First.WaitForAsync();

    private static ILocator Box(this Window window, AriaRole role, string label) =>
        window.Page.GetByRole(role, new() { Name = label, Exact = true }).First;
}
