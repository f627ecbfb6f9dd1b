using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>The open requests of one caller, and what becomes of them when the caller reaches a person.</summary>
internal static class CallerRequests
{
    /// <summary>What Check callback looks for: by the number typed, else by the one they ring from.</summary>
    /// <param name="queue">Key of the only outbound queue to look in; null for any.</param>
    public static CallbackRequest? Find(EngineContext context, InboundCall call, string? queue) =>
        (call.Script.CallbackNumber ?? call.Script.Caller) is { } number
            ? context.OnTheLine.RequestsFor(number.Value).FirstOrDefault(r => !r.IsTalkOver && (queue is null || r.Terms.Queue == queue))
            : null;

    /// <summary>
    /// A caller reached an agent of this queue: what the callback was for has been done, and nobody rings them again. Theirs are the requests
    /// for the number they ring from and those known from this call; not those for a number typed, which may have been mistyped.
    /// </summary>
    public static void ReachedQueue(EngineContext context, InboundCall call, InboundQueueSnapshot queue) =>
        Serve(context, call, request => request.Terms.Queue == queue.OutboundQueue || (request.Id == call.TakenPlace && request.InboundQueue == queue.Key));

    /// <summary>A caller reached an agent without a queue: serves what this agent would have been offered.</summary>
    public static void ReachedAgent(EngineContext context, InboundCall call, string agent) =>
        Serve(context, call, request => context.Configuration.OutboundQueues.GetValueOrDefault(request.Terms.Queue) is { } queue
            && queue.Members.Any(m => m.Enabled && m.Agent == agent));

    private static void Serve(EngineContext context, InboundCall call, Func<CallbackRequest, bool> isServed)
    {
        var found = call.Script.Caller is { } caller ? context.OnTheLine.RequestsFor(caller.Value).Select(r => r.Id) : [];
        foreach (var id in found.Concat(call.Presence.Requests).Concat(call.TakenPlace is { } taken ? [taken] : []).Distinct().ToArray())
        {
            // One who is on the line for it already, by another phone, completes it there.
            if (context.Book.Get(id) is { } request && (request.Status != CallbackStatus.Connected || request.IsTalkOver) && isServed(request))
            {
                context.Book.Handle(context.Now, new CallbackInput.Serve(id));
                context.AfterOutputs(() => context.Dialling.GetValueOrDefault(id.Value)?.ServedMeanwhile());
            }
        }
    }
}
