using Rappel.Engine.Journal;

namespace Rappel.Server.Web.Bodies;

/// <summary>A recorded conversation.</summary>
/// <param name="Id">For example <c>r-5</c>.</param>
/// <param name="Interaction">Of the call, or of the callback.</param>
/// <param name="Callback">For example <c>cb-4</c>; null where it was none.</param>
/// <param name="LengthSeconds">Zero while it is under way, and where it failed.</param>
/// <param name="State">Only of one that is <c>kept</c> there is audio.</param>
/// <param name="ExpiresAt">When it is deleted.</param>
public sealed record RecordingBody(
    string Id, string Interaction, string? Callback, string? Queue, string? Agent, DateTime At, double LengthSeconds, RecordingState State, DateTime ExpiresAt)
{
    public static RecordingBody Of(RecordingRow row) => new(
        row.Id.ToString(), row.Interaction.ToString(), row.Callback?.ToString(), row.Queue, row.Agent, row.At.UtcDateTime,
        Math.Round(row.Length.TotalSeconds, 2), row.State, row.ExpiresAt.UtcDateTime);
}

/// <param name="Items">In the order they were made.</param>
public sealed record RecordingsBody(IReadOnlyList<RecordingBody> Items);

/// <param name="Paused">True writes silence in the place of what is said, false records again.</param>
public sealed record PauseRecordingBody(bool Paused);
