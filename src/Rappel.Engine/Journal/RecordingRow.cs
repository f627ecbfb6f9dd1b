using Rappel.Core.Calls;

namespace Rappel.Engine.Journal;

/// <summary>What has become of a recorded conversation.</summary>
public enum RecordingState
{
    /// <summary>Under way, or cut off by the end of a process and not looked at yet.</summary>
    Recording,

    Kept,

    /// <summary>By its retention, or by hand. The row stays.</summary>
    Deleted,

    /// <summary>Nothing could be written, or not all of it.</summary>
    Failed,
}

/// <summary>One conversation with one agent as it was recorded: a WAV file with the customer on the left and whom they heard on the right.</summary>
/// <param name="Interaction">Record of the call, or of the callback.</param>
/// <param name="Queue">Key of the queue that says it is recorded.</param>
/// <param name="Agent">Key of the agent.</param>
/// <param name="At">When it began: the first moment the two could hear each other.</param>
/// <param name="Length">Zero while it is under way, and where it failed.</param>
/// <param name="File">Relative to the data folder.</param>
/// <param name="ExpiresAt">When it is to be deleted.</param>
public sealed record RecordingRow(
    TenantId Tenant, RecordingId Id, InteractionId Interaction, CallbackId? Callback, string? Queue, string? Agent, Instant At, TimeSpan Length,
    string File, RecordingState State, Instant ExpiresAt);
