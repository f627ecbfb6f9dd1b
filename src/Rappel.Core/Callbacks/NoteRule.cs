namespace Rappel.Core.Callbacks;

/// <summary>Rule 11: notes travel with the request to the agent. They are stored with it, so they are few and short.</summary>
internal static class NoteRule
{
    public static bool IsNote(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= CallbackLimits.NoteLength;

    public static bool IsFull(CallbackRequest request) => request.Handling is { } handling && handling.Notes.Length >= CallbackLimits.Notes;

    public static CallbackRequest Noted(CallbackRequest request, Instant now, string who, string text) =>
        request.Handled(h => h with { Notes = h.Notes.Add(new CallbackNote(now, who, text)) });
}
