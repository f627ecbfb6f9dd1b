using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>A request that has ended stays as it ended, also across a crash once that is on disk.</summary>
internal sealed class FinalStaysFinal(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, CallbackStatus> _final = [];

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is not StoreRow.OfCallback(var callback))
        {
            return;
        }

        if (_final.TryGetValue(callback.Id.Value, out var status) && status != callback.Status)
        {
            Object(now, $"{callback.Id} had ended as {status} and is now {callback.Status}");
        }
        else if (callback.IsFinal)
        {
            _final[callback.Id.Value] = callback.Status;
        }
    }
}
