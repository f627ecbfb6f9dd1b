using System.ComponentModel.DataAnnotations;
using Rappel.Engine.Journal;

namespace Rappel.Server.Web.Bodies;

/// <summary>A message that a caller left.</summary>
/// <param name="Id">For example <c>i-7</c>: the interaction's.</param>
/// <param name="Parent">The call it was left in.</param>
/// <param name="Caller">Null where withheld.</param>
/// <param name="Agent">Key of the agent who heard or closed it last; null for none.</param>
/// <param name="ClosedBy">Who closed it on a screen; null where it was heard to its end on the phone.</param>
/// <param name="Note">What was said of it when it was closed or opened again.</param>
public sealed record VoicemailBody(
    string Id, string? Parent, string Queue, string? Caller, string Language, DateTime At, int LengthSeconds, VoicemailStatus Status, string? Agent,
    DateTime? ClosedAt, string? ClosedBy, string? Note)
{
    public static VoicemailBody Of(VoicemailRow v) => new(
        v.Id.ToString(), v.Parent?.ToString(), v.Queue, v.Caller, v.Language, v.At.UtcDateTime, (int)Math.Round(v.Length.TotalSeconds), v.Status, v.Agent,
        v.ClosedAt?.UtcDateTime, v.ClosedBy, v.Note);
}

/// <param name="Next">Give it as <c>before</c> for the next page; null on the last.</param>
public sealed record VoicemailsBody(IReadOnlyList<VoicemailBody> Items, string? Next);

/// <param name="Note">Kept with the message, in place of the one before.</param>
public sealed record VoicemailNoteBody([property: MaxLength(ApiLimits.MaximumNote)] string? Note = null);
