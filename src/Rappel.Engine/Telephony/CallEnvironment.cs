using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Core.Ivr;
using Rappel.Engine.Callbacks;

namespace Rappel.Engine.Telephony;

/// <summary>What a script may ask about the world, for one call.</summary>
internal sealed class CallEnvironment(EngineContext context, InboundCall call) : IScriptEnvironment
{
    public int QueuePosition => call.Wait is { } wait ? context.Acd.PositionOf(wait.Work) : 0;

    public TimeSpan? ExpectedWait => call.Wait is { } wait ? context.Acd.ExpectedWait(context.Now, WorkKind.LiveCall, wait.Queue.Key, QueuePosition) : null;

    public int CallbackPosition => PendingCallback() is { } id ? context.Book.PositionOf(id) : 0;

    public TimeSpan Waited => call.Wait is { } wait ? context.Now - wait.Since : TimeSpan.Zero;

    public string? Queue => call.Wait?.Queue.Key;

    public QueueReading Read(string queue) => QueueReadings.Read(context, queue);

    private CallbackId? PendingCallback()
    {
        var number = call.Script.CallbackNumber ?? call.Script.Caller;
        if (number is null)
        {
            return null;
        }

        foreach (var queue in context.Configuration.OutboundQueues.Keys.Order(StringComparer.Ordinal))
        {
            if (context.Book.FindOpen(queue, number.Value.Value) is { } request)
            {
                return request.Id;
            }
        }

        return null;
    }
}
