using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>A caller who rang again changes the pending request, and hears so once it is on disk.</summary>
internal static class CallbackChanging
{
    /// <summary>Who, in the journal.</summary>
    private const string Caller = "caller";

    private const string Why = "asked for on the phone";

    public static void Begin(EngineContext context, InboundCall call, ScriptSession session, IvrOutput.ChangeCallback wish)
    {
        if (call.FoundCallback is not { } id || context.Book.Get(id) is not { } request || !TryChange(context, call, request, wish))
        {
            session.Handle(new IvrInput.Exit(ScriptExits.Failed));
            return;
        }

        // The session that asked and no other: by then the caller may be with an agent, or in another script.
        context.AfterOutputs(() => context.Ledger.WhenDurable(
            () => session.Handle(new IvrInput.Exit(ScriptExits.Done)),
            lost: () => session.Handle(new IvrInput.Exit(ScriptExits.Failed))));
    }

    private static bool TryChange(EngineContext context, InboundCall call, CallbackRequest request, IvrOutput.ChangeCallback wish) => wish switch
    {
        { Action: CallbackChange.Cancel } => TryCancel(context, request),
        { Action: CallbackChange.ChangeNumber, To: { } to } => TryChangeNumber(context, request, to),
        { Action: CallbackChange.TakePlace } => TryTakePlace(context, call, request),
        _ => false,
    };

    /// <summary>One that is being rung ends when that comes to nothing.</summary>
    private static bool TryCancel(EngineContext context, CallbackRequest request)
    {
        if (request.Status == CallbackStatus.Connected)
        {
            return false;
        }

        context.Book.Handle(context.Now, new CallbackInput.Cancel(request.Id, Caller, Why));
        return true;
    }

    private static bool TryChangeNumber(EngineContext context, CallbackRequest request, DialableNumber to)
    {
        if (request.Number == to.Number.Value)
        {
            return true;
        }

        // Before the book counts it among the customers of that zone, it has to know their hours.
        context.Hours.Know(to.TimeZone);

        // Refused by the book where the number has a request of its own in that queue.
        context.Book.Handle(context.Now, new CallbackInput.ChangeNumber(request.Id, to.Number.Value, to.Trunk, to.TimeZone, Caller, Why));
        return context.Book.Get(request.Id)?.Number == to.Number.Value;
    }

    /// <summary>The request goes on as it is, held while this caller is on the line: it ends when an agent has them, and not before.</summary>
    private static bool TryTakePlace(EngineContext context, InboundCall call, CallbackRequest request)
    {
        if (request.Status is CallbackStatus.Dialling or CallbackStatus.Connected)
        {
            return false;
        }

        var before = call.TakenPlace;
        call.TakenPlace = request.Id;
        if (call.Wait is { } wait)
        {
            if (HeldPlace.In(context, call, wait.Queue) is not { } place)
            {
                call.TakenPlace = before;
                return false;
            }

            wait.MoveTo(place);
        }

        context.OnTheLine.Claim(call.Presence, request.Id);
        context.Ledger.Note(context.Now, request.Id.ToString(), "place-taken", call.Record.Id.ToString(), Caller);
        return true;
    }
}
