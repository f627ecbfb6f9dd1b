using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// An end that never reached the disk would have the request called again after a restart, and nothing follows an end that would write the
/// row anew. So where the store refuses the batch of an end, its rows are given again.
/// </summary>
internal static class FinalRows
{
    public static void Write(EngineContext context, CallbackRequest request, CallbackAttempt? attempt)
    {
        context.Ledger.Write(new StoreRow.OfCallback(request));
        if (attempt is not null)
        {
            context.Ledger.Write(new StoreRow.OfAttempt(request.Tenant, attempt) { Queue = request.Terms.Queue });
        }
    }

    /// <summary>Once whole, because the fault may be another row's of the same batch; then without what people and programs have put into
    /// it, because the fault may be there and nobody needs it any more.</summary>
    public static void Keep(EngineContext context, CallbackRequest request, CallbackAttempt? attempt, InteractionRow interaction) =>
        context.Ledger.WhenDurable(
            () => { },
            lost: () =>
            {
                Write(context, request, attempt);
                context.Ledger.Write(new StoreRow.OfInteraction(interaction));
                var bare = request with { Handling = null, CustomerName = null, EndReason = null, Variables = request.Variables.Clear() };
                context.Ledger.WhenDurable(() => { }, lost: () => Write(context, bare, attempt));
            });
}
