using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>From the cancel-after time on no offer and no attempt begins.</summary>
internal sealed class NothingBeginsAfterExpiry(Referee referee) : Checker(referee)
{
    private readonly Dictionary<long, CallbackRequest> _callbacks = [];
    private readonly HashSet<(long, int)> _attempts = [];
    private readonly HashSet<long> _offers = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfCallback(var callback):
                _callbacks[callback.Id.Value] = callback;
                break;
            case StoreRow.OfAttempt(_, var attempt) when _attempts.Add((attempt.Callback.Value, attempt.Serial)):
                Check(now, attempt.Callback.Value, "an attempt");
                break;
            case StoreRow.OfOffer({ Callback: { } id } offer) when _offers.Add(offer.Id.Value):
                Check(now, id.Value, "an offer");
                break;
        }
    }

    private void Check(Instant now, long id, string what)
    {
        // Customer first: one who is on the line already is offered to the next agent, whatever the time.
        if (_callbacks.TryGetValue(id, out var callback) && now >= callback.ExpiresAt && callback.Status != CallbackStatus.Dialling)
        {
            Object(now, $"{what} of {callback.Id} begins {now - callback.ExpiresAt} after it expired");
        }
    }
}
