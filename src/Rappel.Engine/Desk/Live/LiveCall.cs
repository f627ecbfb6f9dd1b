using System.Collections.Immutable;
using Rappel.Core.Calls;

namespace Rappel.Engine.Desk.Live;

/// <summary>What an agent is in.</summary>
/// <param name="Queue">Key of the queue it came from; null for none.</param>
/// <param name="Since">When <paramref name="State"/> began.</param>
/// <param name="AnsweredAt">When the two first heard each other; null before.</param>
public sealed record LiveCall(
    LiveCallKind Kind, InteractionId Interaction, CallbackId? Callback, string? Queue, LiveSubject Subject, LiveCallState State, Instant Since,
    Instant? AnsweredAt)
{
    /// <summary>Whom the agent asks meanwhile; null for nobody.</summary>
    public LiveConsult? Consult { get; init; }

    /// <summary>What the agent may do now, as the words of the commands: <c>hold</c>, <c>resume</c>, <c>keys</c>, ...</summary>
    public ImmutableArray<string> May { get; init; } = [];

    /// <summary><c>on</c> or <c>paused</c>; null where it is not recorded.</summary>
    public string? Recording { get; init; }

    /// <summary><c>barge</c> while a supervisor speaks with both; null otherwise: the agent never sees a silent listener.</summary>
    public string? WatchedBy { get; init; }
}
