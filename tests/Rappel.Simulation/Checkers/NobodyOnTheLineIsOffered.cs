using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Nobody is called back who is on the line with us at that moment, for whatever reason they called.</summary>
internal sealed class NobodyOnTheLineIsOffered(Referee referee, SimStore store) : Checker(referee)
{
    /// <summary>What was decided as the call came in may still be on its way.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(1);

    /// <summary>The server may have hung up, and its BYE be under way over a network that loses some of it.</summary>
    private static readonly TimeSpan Arrives = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instant> _here = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _numbers = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfInteraction({ Kind: InteractionKind.Inbound, Caller: { } caller }):
                _known.Add(caller);
                break;
            case StoreRow.OfCallback(var callback):
                _numbers[callback.Id.Value] = callback.Number;
                break;
            case StoreRow.OfOffer({ Outcome: null, Callback: { } id } offer)
                when _numbers.TryGetValue(id.Value, out var number) && _here.TryGetValue(number, out var since) && TrueTime - since > Settles:
                After(Arrives, () => LookAgain(now, offer, number, since));
                break;
        }
    }

    /// <summary>An answer of a process that died meanwhile counts for nothing: the next one knows of no such call.</summary>
    public override void CallerIsThrough(string number)
    {
        if (_known.Contains(number))
        {
            _here[number] = TrueTime;
        }
    }

    public override void CallerLeft(Instant now, string number)
    {
        _here.Remove(number);
        _known.Remove(number);
    }

    public override void Crashed()
    {
        _known.Clear();
        _here.Clear();
        _numbers.Clear();
    }

    public override void Restarted(Instant now)
    {
        foreach (var callback in store.Open)
        {
            _numbers[callback.Id.Value] = callback.Number;
        }
    }

    private void LookAgain(Instant now, OfferRow offer, string number, Instant since)
    {
        if (_here.TryGetValue(number, out var still) && still == since)
        {
            Object(now, $"{offer.Callback} was offered to {offer.Agent}, and {number} has been on the line for {(TrueTime - since).TotalSeconds:0} s");
        }
    }
}
