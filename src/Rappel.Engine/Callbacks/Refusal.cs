using Rappel.Core.Callbacks;

namespace Rappel.Engine.Callbacks;

/// <summary>Why a command is not carried out.</summary>
/// <param name="Error">A stable word.</param>
/// <param name="Detail">The same in words.</param>
internal sealed record Refusal(string Error, string Detail)
{
    public CommandAnswer ToAnswer(CallbackRequest? inTheWay = null) => new(Error, Detail, inTheWay);

    public static Refusal NotOpen(Core.Calls.CallbackId id) => new("not-open", $"{id} is not an open request");

    /// <summary>What the book said of a command, for people to read.</summary>
    public static Refusal OfBook(string word, CallbackRequest request) => (word, request.Status) switch
    {
        ("not-open", _) => NotOpen(request.Id),
        ("not-in-state", CallbackStatus.Connected) => new("connected", $"{request.Id} is talking to an agent; it ends when they hang up"),
        ("not-in-state", CallbackStatus.Dialling) => new(word, $"the customer of {request.Id} is being rung; this attempt comes first"),
        ("not-in-state", _) => new(word, $"{request.Id} is {Words.Of(request.Status)}{(request.IsHeld ? " and held" : "")}: there is nothing to do"),
        ("already-pending", _) => new(word, "another request is open for this number and queue"),
        ("pending-cap", _) => new(word, "the queue has as many open requests as it may"),
        ("bad-window", _) => new(word, "the window must end after it begins, and neither be over nor too far off"),
        ("bad-note", _) => new(word, $"a note has 1 to {CallbackLimits.NoteLength} characters"),
        ("too-many-notes", _) => new(word, $"{request.Id} has {CallbackLimits.Notes} notes, as many as it may"),
        _ => new(word, $"{request.Id}: {word}"),
    };
}
