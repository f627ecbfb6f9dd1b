using Rappel.Core.Acd;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Once a caller has hung up no agent is rung for the call: what rings is stopped, and nothing new begins.</summary>
internal sealed class NobodyRungForSomebodyGone(Referee referee) : Checker(referee)
{
    /// <summary>What hanging up may take to arrive over a network that loses some of it.</summary>
    private static readonly TimeSpan Arrives = TimeSpan.FromSeconds(12);

    private readonly Dictionary<string, InteractionRow> _calls = [];
    private readonly Dictionary<long, Instant> _gone = [];
    private readonly SortedDictionary<long, OfferRow> _ringing = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound, Caller: { } caller } interaction):
                _calls[caller] = interaction;
                break;
            case StoreRow.OfOffer({ Kind: WorkKind.LiveCall, Outcome: null } offer):
                _ringing[offer.Id.Value] = offer;
                if (_gone.TryGetValue(offer.Interaction.Value, out var left) && TrueTime - left > Arrives)
                {
                    Object(now, $"{offer.Agent} is rung for {offer.Interaction}, whose caller left {(TrueTime - left).TotalSeconds:0} s ago");
                }

                break;
            case StoreRow.OfOffer({ Kind: WorkKind.LiveCall } offer):
                _ringing.Remove(offer.Id.Value);
                break;
        }
    }

    public override void CallerLeft(Instant now, string number)
    {
        if (!_calls.Remove(number, out var call))
        {
            return;
        }

        _gone[call.Id.Value] = TrueTime;
        After(Arrives, () =>
        {
            foreach (var offer in _ringing.Values.Where(o => o.Interaction == call.Id))
            {
                Object(now, $"{offer.Agent} still rings for {call.Id}, whose caller left {Arrives.TotalSeconds:0} s ago");
            }
        });
    }

    public override void Crashed()
    {
        _calls.Clear();
        _gone.Clear();
        _ringing.Clear();
    }
}
