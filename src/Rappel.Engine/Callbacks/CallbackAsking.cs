using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Ivr;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>A caller asks for a callback. It is accepted at the confirming key; the caller hears so once it is on disk.</summary>
internal sealed class CallbackAsking(EngineContext context, InboundCall call) : ICallbackAsker
{
    public const string Diverted = "diverted: callback";

    public static void Ask(EngineContext context, InboundCall call, IvrOutput.RequestCallback wish)
    {
        var terms = wish.Terms;
        var configuration = call.Configuration;
        if (!context.Configuration.OutboundQueues.ContainsKey(terms.Queue))
        {
            // Removed since this call began: nobody would keep the promise.
            call.Resume("refused");
            return;
        }

        var shown = terms.CallerIdChannel is { } key ? configuration.Channels[key].Number : call.Channel.Number;
        var id = context.NewCallback();
        call.Wait?.Protect(QueueWait.Reason.Callback, true);
        context.CallbackDesk.Ask(new CallbackAsking(context, call), new CallbackInput.Request(
            id, context.NewInteraction(), call.Record.Id, context.Tenant, terms, wish.Number.Value, wish.Trunk, wish.TimeZone, shown,
            call.Script.Language, null, call.Record.Row.Queue, CallbackOrigin.Script,
            // The place is that of entering the inbound queue; a script that never queued holds the place of the call's beginning.
            call.Record.Row.QueuedAt ?? call.Record.Row.StartedAt,
            configuration.OutboundQueues[terms.Queue].MaximumPending,
            call.Script.Variables.ToImmutableDictionary(StringComparer.Ordinal))
        {
            ToldWait = (int?)ExpectedWait(context, call)?.TotalSeconds,
        });
    }

    /// <summary>What <c>$ExpectedWait</c> tells at this moment; nothing before the caller waits in a queue.</summary>
    private static TimeSpan? ExpectedWait(EngineContext context, InboundCall call) => call.Wait is { } wait
        ? context.Acd.ExpectedWait(context.Now, WorkKind.LiveCall, wait.Queue.Key, context.Acd.PositionOf(wait.Work))
        : null;

    public void Accepted(CallbackRequest request)
    {
        // Ended here, in the batch that carries the request: from now on the caller is diverted and never abandoned, whatever comes.
        call.IsDiverted = true;
        call.Record.End(context.Now, Diverted);

        // Not rung before they have hung up, whatever number they typed.
        if (!call.IsOver)
        {
            context.OnTheLine.Claim(call.Presence, request.Id);
        }
    }

    public void Durable(CallbackRequest request) => Continue("requested", leave: true);

    public void AlreadyPending(CallbackRequest existing) => Continue("already-pending", leave: false);

    public void Refused(string reason)
    {
        if (call.IsDiverted && !call.IsOver)
        {
            // Taken, and then the store would not have it: the caller waits on as before.
            call.IsDiverted = false;
            call.Record.Reopen();
        }

        Continue("refused", leave: false);
    }

    private void Continue(string exit, bool leave)
    {
        if (call.IsOver)
        {
            return;
        }

        if (leave)
        {
            call.Wait?.Leave();
            call.Wait = null;
        }

        call.Wait?.Protect(QueueWait.Reason.Callback, false);
        call.Resume(exit);
    }
}
