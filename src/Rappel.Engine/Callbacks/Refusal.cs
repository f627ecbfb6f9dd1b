using Rappel.Core.Callbacks;
using Rappel.Core.Config;

namespace Rappel.Engine.Callbacks;

/// <summary>Why a command is not carried out.</summary>
/// <param name="Error">A stable word.</param>
/// <param name="Detail">The same in words.</param>
internal sealed record Refusal(string Error, Said Detail)
{
    public Refusal(string error, string english, string french)
        : this(error, new Said(english, french))
    {
    }

    public CommandAnswer ToAnswer(CallbackRequest? inTheWay = null) => new(Error, Detail, inTheWay);

    /// <summary>The disk did not take what was asked for: nothing of it was done.</summary>
    public static CommandAnswer NotWritten { get; } = new(
        CallbackDesk.NotWritten, new Said("the store refused the change; see the log", "la base de données a refusé le changement; voir le journal"), null);

    public static Refusal NoAgent(string agent) => new("unknown-agent", $"there is no agent '{agent}'", $"il n'y a pas d'agent « {agent} »");

    public static Refusal NoCommand(object command) => new("unknown-command", Said.Same(command.GetType().Name));

    public static Refusal NotOpen(Core.Calls.CallbackId id) => new("not-open", $"{id} is not an open request", $"{id} n'est pas une demande ouverte");

    /// <summary>What the book said of a command, for people to read.</summary>
    public static Refusal OfBook(string word, CallbackRequest request) => (word, request.Status) switch
    {
        ("not-open", _) => NotOpen(request.Id),
        ("not-in-state", CallbackStatus.Connected) => new(
            "connected", $"{request.Id} is talking to an agent; it ends when they hang up",
            $"{request.Id} est en communication avec un agent; la demande prend fin quand ils raccrochent"),
        ("not-in-state", CallbackStatus.Dialling) => new(
            word, $"the customer of {request.Id} is being rung; this attempt comes first",
            $"le client de {request.Id} est en train d'être appelé; cet essai passe d'abord"),
        ("not-in-state", _) => new(
            word, $"{request.Id} is {Words.Of(request.Status)}{(request.IsHeld ? " and held" : "")}: there is nothing to do",
            $"il n'y a rien à faire dans l'état où se trouve {request.Id}"),
        ("already-pending", _) => new(
            word, "another request is open for this number and queue", "une autre demande est ouverte pour ce numéro dans cette file d'attente"),
        ("pending-cap", _) => new(
            word, "the queue has as many open requests as it may", "la file d'attente a déjà autant de demandes ouvertes qu'elle peut en avoir"),
        ("bad-window", _) => new(
            word, "the window must end after it begins, and neither be over nor too far off",
            "la plage doit finir après son début, ne pas être passée et ne pas être trop lointaine"),
        ("bad-note", _) => new(
            word, $"a note has 1 to {CallbackLimits.NoteLength} characters", $"une note compte de 1 à {CallbackLimits.NoteLength} caractères"),
        ("too-many-notes", _) => new(
            word, $"{request.Id} has {CallbackLimits.Notes} notes, as many as it may", $"{request.Id} a déjà {CallbackLimits.Notes} notes, le maximum"),
        _ => new(word, Said.Same($"{request.Id}: {word}")),
    };
}
