using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Ivr;

namespace Rappel.Engine.Callbacks;

/// <summary>A caller with a pending callback who reaches an agent of the paired queue anyway has been served: nobody rings them again.</summary>
internal static class CallbackServing
{
    public static void ServePaired(EngineContext context, InboundQueueSnapshot queue, ScriptCall caller)
    {
        if (queue.OutboundQueue is { } paired && caller.Caller is { } number && context.Book.FindOpen(paired, number.Value) is { } open)
        {
            context.Book.Handle(context.Now, new CallbackInput.Serve(open.Id));
        }
    }
}
