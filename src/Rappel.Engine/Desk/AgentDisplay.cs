using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Numbers;
using Rappel.Engine.Desk.Live;

namespace Rappel.Engine.Desk;

/// <summary>What an agent's phone shows for an offer.</summary>
/// <param name="Name">Caller name, Unicode.</param>
/// <param name="User">User part of the From URI: the customer's number, so that the phone's own call list is of use.</param>
internal sealed record AgentDisplay(string Name, string User)
{
    public static AgentDisplay OfLiveCall(string queue, PhoneNumber? caller, string language) => caller is { } number
        ? new($"{queue} {Spaced(number.Value)}", number.Value)
        : new($"{queue} {(language == "fr" ? "numéro masqué" : "number withheld")}", "anonymous");

    /// <summary>"Rappel +1 514 555 0123 essai 1/3".</summary>
    public static AgentDisplay OfCallback(CallbackRequest request, int attempt, string language) => new(
        language == "fr"
            ? $"Rappel {Spaced(request.Number)} essai {attempt}/{request.Terms.Attempts}"
            : $"Callback {Spaced(request.Number)} attempt {attempt}/{request.Terms.Attempts}",
        request.Number);

    /// <summary>Who calls, or is put through: by name where there is one.</summary>
    public static AgentDisplay OfColleague(LiveSubject caller, string language) => new(
        caller.Name ?? (caller.Number is { } number ? Spaced(number) : language == "fr" ? "Numéro masqué" : "Number withheld"), caller.Number ?? "anonymous");

    public static AgentDisplay OfMessage(string queue, string? caller, string language) => new(
        $"{(language == "fr" ? "Message" : "Voicemail")} {queue}{(caller is null ? "" : " " + Spaced(caller))}", caller ?? "anonymous");

    /// <summary>The user part tells a supervisor's own page which of the calls that ring there it asked for.</summary>
    public static AgentDisplay OfWatch(AgentSnapshot agent, string language) =>
        new($"{(language == "fr" ? "Écoute" : "Listening")} {agent.Name}", $"watch-{agent.Key}");

    /// <summary>A North American number in its groups; any other as it is.</summary>
    private static string Spaced(string number) =>
        number.Length == 12 && number.StartsWith("+1", StringComparison.Ordinal)
            ? $"+1 {number[2..5]} {number[5..8]} {number[8..]}"
            : number;
}
