using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>A caller who takes the place that a pending request holds waits there on the line.</summary>
internal static class HeldPlace
{
    /// <summary>The place in this queue; null for their own. The place is worth something only where its agents are the request's, or where it was
    /// gained: elsewhere it would overtake callers who have nothing to do with it.</summary>
    public static Instant? In(EngineContext context, InboundCall call, InboundQueueSnapshot queue) =>
        call.TakenPlace is { } id
        && context.Book.Get(id) is { Status: not (CallbackStatus.Dialling or CallbackStatus.Connected) } request
        && (request.Terms.Queue == queue.OutboundQueue || request.InboundQueue == queue.Key)
            ? request.LinePlace
            : null;
}
