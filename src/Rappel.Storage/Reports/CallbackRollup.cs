using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>What a request, its record and its attempts give the counts of their outbound queue.</summary>
internal static class CallbackRollup
{
    public static void Add(RollupChanges changes, CallbackRequest? request, int sign)
    {
        if (request is null)
        {
            return;
        }

        var key = new RollupKey(RollupTable.Callbacks, request.Tenant.Value, Slot.Of(request.RequestedAt), request.Terms.Queue);
        changes.Add(key, (int)CallbackCount.Taken, sign);
        changes.Add(key, (int)CallbackCount.FromScript, request.Origin == CallbackOrigin.Script ? sign : 0);
        CallbackCount? end = request.Status switch
        {
            CallbackStatus.Completed => CallbackCount.Completed,
            CallbackStatus.Exhausted => CallbackCount.Exhausted,
            CallbackStatus.Expired => CallbackCount.Expired,
            CallbackStatus.Cancelled => CallbackCount.Cancelled,
            CallbackStatus.Served => CallbackCount.Served,
            CallbackStatus.BadNumber => CallbackCount.BadNumber,
            _ => null,
        };
        if (end is { } counter)
        {
            changes.Add(key, (int)counter, sign);
        }
    }

    /// <summary>When its customer talked to an agent is told by the request's own record.</summary>
    public static void Add(RollupChanges changes, InteractionRow row, int sign)
    {
        if (row is not { Kind: InteractionKind.Callback, Queue: { } queue })
        {
            return;
        }

        var key = new RollupKey(RollupTable.Callbacks, row.Tenant.Value, Slot.Of(row.StartedAt), queue);
        if (row.AnsweredAt is { } connected)
        {
            var wait = RollupCounting.Milliseconds(row.StartedAt, connected);
            changes.Add(key, (int)CallbackCount.Connected, sign);
            changes.Add(key, (int)CallbackCount.ConnectionMs, sign * wait);

            // Who asked on the line would have held it; who asked on a page would not.
            changes.Add(key, (int)CallbackCount.SparedMs, row.Parent is null ? 0 : sign * wait);
        }

        if (row.ExpectedWaitError is { } error)
        {
            changes.Add(key, (int)CallbackCount.Told, sign);
            changes.Add(key, (int)CallbackCount.ToldErrorMs, sign * 1000L * Math.Abs(error));
        }
    }

    public static void Add(RollupChanges changes, StoreRow.OfAttempt? row, int sign)
    {
        if (row is { Queue: { } queue, Attempt: { Outcome: { } outcome } attempt })
        {
            var key = new RollupKey(RollupTable.Callbacks, row.Tenant.Value, Slot.Of(attempt.BegunAt), queue);
            changes.Add(key, (int)CallbackCount.Attempts, sign);
            changes.Add(key, RollupTable.CounterOf(outcome), sign);
        }
    }
}
