using Rappel.Engine.Desk.Live;

namespace Rappel.Server.Web.Bodies;

/// <summary>What an agent is in.</summary>
/// <param name="Callback">Where it is one.</param>
/// <param name="Queue">Key of the queue that it came from; null for none.</param>
/// <param name="Number">The other person's; null where withheld.</param>
/// <param name="Name">The other person's; null where unknown.</param>
/// <param name="Since">When <c>state</c> began.</param>
/// <param name="AnsweredAt">When the two first heard each other; null before.</param>
/// <param name="Recording"><c>on</c> or <c>paused</c>; null where it is not recorded.</param>
/// <param name="Consult">Whom the agent asks meanwhile; null for nobody.</param>
/// <param name="WatchedBy"><c>barge</c> while a supervisor speaks with both; null otherwise.</param>
/// <param name="May">What the agent may do now: <c>hold</c>, <c>resume</c>, <c>hang-up</c>, <c>keys</c>, <c>transfer</c>, <c>consult</c>,
/// <c>consult/complete</c>, <c>consult/cancel</c>, <c>consult/swap</c>, <c>consult/join</c>.</param>
public sealed record WorkCallBody(
    string Interaction, string? Callback, LiveCallKind Kind, string? Queue, string? QueueName, string? Number, string? Name, string? Language,
    LiveCallState State, DateTime Since, DateTime? AnsweredAt, string? Recording, WorkConsultBody? Consult, string? WatchedBy,
    IReadOnlyList<string> May)
{
    /// <param name="queueName">Gives a queue's name by its key.</param>
    public static WorkCallBody? Of(LiveCall? call, Func<string?, string?> queueName) => call is null ? null : new(
        call.Interaction.ToString(), call.Callback?.ToString(), call.Kind, call.Queue, queueName(call.Queue), call.Subject.Number, call.Subject.Name,
        call.Subject.Language, call.State, call.Since.UtcDateTime, call.AnsweredAt?.UtcDateTime, call.Recording, WorkConsultBody.Of(call.Consult),
        call.WatchedBy, call.May);
}
