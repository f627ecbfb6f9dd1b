using Rappel.Core.Ordering;

namespace Rappel.Core.Callbacks;

/// <summary>The open requests of one outbound queue.</summary>
internal sealed class QueueBook
{
    /// <summary>Waiting, offered or delayed, by place: those whose customer is not being rung.</summary>
    public readonly RankedSet<CallbackEntry> Pending = new(PlaceOrder.Instance);

    /// <summary>Rule 10: outside calling hours nothing is in line.</summary>
    public bool Closed;

    public int Open;
    public int Delayed;
    public int InFlight;

    /// <param name="change">1 when a request comes into this status, -1 when it leaves it.</param>
    public void Count(CallbackEntry entry, int change)
    {
        var status = entry.Request.Status;
        Open += change;
        Delayed += status == CallbackStatus.Delayed ? change : 0;
        InFlight += status is CallbackStatus.Offering or CallbackStatus.Dialling or CallbackStatus.Connected ? change : 0;
        if (status is not (CallbackStatus.Dialling or CallbackStatus.Connected))
        {
            _ = change > 0 ? Pending.Add(entry) : Pending.Remove(entry);
        }
    }
}
