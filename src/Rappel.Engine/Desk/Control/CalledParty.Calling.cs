using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control;

/// <content>How they come to be on the line, and leave it.</content>
internal sealed partial class CalledParty
{
    /// <summary>False where no phone could be called; the party is then over, and its owner not told.</summary>
    /// <param name="shown">The number shown to somebody outside; null where the caller's is withheld.</param>
    public bool TryCall(string? shown)
    {
        _shown = shown;
        var ringTime = RingTime ?? Agent?.OfferTimeout ?? EngineLimits.OutsideRingTime;
        Occupy(true);
        if (_to is CallDestination.OfNumber number)
        {
            _trunks = TrunkRoutes.For(_context, number.Trunk);
        }

        if (!TryDial())
        {
            Close();
            return false;
        }

        _ringTime = _context.Agenda.At(_context.Now + ringTime, () => Fail(PartyFailure.NoAnswer));
        return true;
    }

    /// <summary>It called us, and is answered. False where that could not be done, as <see cref="TryCall"/>.</summary>
    public bool TryAnswer(UserAgentEvent.Called called)
    {
        Occupy(true);
        if (_context.Legs.Accept(called, null, this, out _) is not { } leg)
        {
            Close();
            return false;
        }

        Leg = leg;
        Leg.Agent = Agent!.Key;
        _ringTime = _context.Agenda.At(_context.Now + Agent.OfferTimeout, () => Fail(PartyFailure.NoAnswer));
        return true;
    }

    private bool TryDial()
    {
        switch (_to)
        {
            case CallDestination.OfAgent to:
                var display = Display ?? AgentDisplay.OfColleague(Caller, to.Agent.Language);
                return TryDial(null, offer => AgentRing.Invite(_context, to.Binding, display, offer));
            case CallDestination.OfNumber to when _nextTrunk < _trunks.Length:
                var trunk = _trunks[_nextTrunk++];
                return TryDial(trunk, offer => TrunkRoutes.Describe(_context, trunk, to.Number, _shown, offer));
            default:
                return false;
        }
    }

    private bool TryDial(TrunkSnapshot? trunk, Func<ReadOnlyMemory<byte>, OutgoingCall> describe)
    {
        var dialled = _context.Legs.TryDial(trunk, this, describe, out var leg);
        if (dialled)
        {
            Leg = leg!;
            Leg.Agent = Agent?.Key;
        }

        return dialled;
    }

    private void Fail(string why)
    {
        if (!IsOver)
        {
            Close();
            Owner.NotReached(this, why);
        }
    }

    private void Close()
    {
        IsOver = true;
        _ringTime?.Cancel();
        _context.Legs.Hangup(Leg);
        Occupy(false);
    }

    private void Occupy(bool busy)
    {
        if (busy)
        {
            _context.Parties[_number] = this;
            _context.Watchdog.Arm();
        }
        else
        {
            _context.Parties.Remove(_number);
        }

        if (Agent is { } agent)
        {
            _context.Acd.Handle(_context.Now, new AcdInput.Occupied(agent.Key, busy));
        }
    }
}
