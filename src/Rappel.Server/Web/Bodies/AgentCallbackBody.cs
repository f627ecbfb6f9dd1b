using Rappel.Core.Callbacks;
using Rappel.Core.Config;

namespace Rappel.Server.Web.Bodies;

/// <summary>What an agent should see before speaking to the customer.</summary>
/// <param name="Name">The customer's.</param>
/// <param name="InboundQueue">Where the caller waited; null for a request that came from elsewhere.</param>
/// <param name="AskedAt">When the callback was asked for.</param>
/// <param name="WaitingSince">When the customer began to wait: before that.</param>
/// <param name="WaitedSeconds">Since then.</param>
/// <param name="ToldWaitSeconds">What the customer was told to expect.</param>
/// <param name="Attempt">The one under way, or the next: "attempt <c>attempt</c> of <c>attempts</c>".</param>
/// <param name="Earlier">Attempts before, oldest first, with their outcomes.</param>
/// <param name="Variables">What the script collected, such as <c>customer.accountNumber</c> and <c>case.number</c>.</param>
/// <param name="MayDismiss">Whether an agent may end it for good, with a reason.</param>
public sealed record AgentCallbackBody(
    string Id, CallbackStatus Status, string Number, string? Name, string Language, string Queue, string? InboundQueue, CallbackOrigin Origin,
    DateTime AskedAt, DateTime WaitingSince, int WaitedSeconds, int? ToldWaitSeconds, WindowBody? Window, int Attempt, int Attempts,
    IReadOnlyList<AttemptBody> Earlier, IReadOnlyList<NoteBody> Notes, IReadOnlyDictionary<string, string> Variables, bool MayDismiss)
{
    /// <summary>For people; null where the queue is configured no longer.</summary>
    public string? QueueName { get; init; }

    /// <inheritdoc cref="QueueName"/>
    public string? InboundQueueName { get; init; }

    public static AgentCallbackBody Of(CallbackRequest c, IReadOnlyList<CallbackAttempt> attempts, ConfigurationSnapshot configuration, Instant now)
    {
        // Of a request for a window nobody waits before it begins.
        var waited = (int)Math.Max(0, (now - c.Place).TotalSeconds);
        var queue = configuration.OutboundQueues.GetValueOrDefault(c.Terms.Queue);
        var current = attempts.LastOrDefault(a => a.Outcome is null or AttemptOutcome.Connected);
        return new(
            c.Id.ToString(), c.Status, c.Number, c.CustomerName, c.Language, c.Terms.Queue, c.InboundQueue, c.Origin, c.RequestedAt.UtcDateTime,
            c.Place.UtcDateTime, waited, c.ToldWait, WindowBody.Of(c.Handling?.Window), current?.Number ?? c.AttemptsUsed + 1, c.Terms.Attempts,
            [.. attempts.Where(a => a.Outcome is not null && a != current).Select(AttemptBody.Of)], NoteBody.Of(c),
            CallbackBody.Sorted(c.Variables), queue is { MayDismiss: true })
        {
            QueueName = queue?.Name,
            InboundQueueName = c.InboundQueue is { } inbound ? configuration.InboundQueues.GetValueOrDefault(inbound)?.Name : null,
        };
    }
}
