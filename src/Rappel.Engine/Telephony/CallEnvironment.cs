using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Ivr;
using Rappel.Core.Numbers;
using Rappel.Engine.Callbacks;

namespace Rappel.Engine.Telephony;

/// <summary>What a script may ask about the world, for one call.</summary>
internal sealed class CallEnvironment(EngineContext context, InboundCall call) : IScriptEnvironment
{
    public int QueuePosition => call.Wait is { } wait ? context.Acd.PositionOf(wait.Work) : 0;

    public TimeSpan? ExpectedWait => call.Wait is { } wait ? context.Acd.ExpectedWait(context.Now, WorkKind.LiveCall, wait.Queue.Key, QueuePosition) : null;

    public int CallbackPosition => (Found() ?? CallerRequests.Find(context, call, null)) is { } request ? context.Book.PositionOf(request.Id) : 0;

    public TimeSpan Waited => call.Wait is { } wait ? context.Now - wait.Since : TimeSpan.Zero;

    public string? Queue => call.Wait?.Queue.Key;

    public QueueReading Read(string queue) => QueueReadings.Read(context, queue);

    public PendingCallback? FindCallback(string? queue)
    {
        var request = CallerRequests.Find(context, call, queue);
        call.FoundCallback = request?.Id;
        return request is null ? null : new PendingCallback(new PhoneNumber(request.Number), request.Terms.DialPlan);
    }

    private CallbackRequest? Found() => call.FoundCallback is { } id ? context.Book.Get(id) : null;
}
