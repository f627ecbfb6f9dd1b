using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control;

/// <summary>
/// The agent's browser is lost in mid-call: a page loaded again, a crash, a network that is gone for long. Nobody hung up, so the customer is
/// kept, with music, and is the agent's again once the phone is back. Where it stays away the customer is back in line.
/// </summary>
internal sealed partial class Talk
{
    private SeatReturn? _return;

    /// <summary>The agent's phone is waited for.</summary>
    public bool IsSeatAwaited => _return is not null;

    /// <summary>The agent's leg is over.</summary>
    /// <returns>False where that is the end of the agent's part in it, as when the agent hangs up.</returns>
    public bool TryKeepSeat(EndCause cause)
    {
        // Whom the agent asked is there, and has the customer.
        if (_over || Asked is not null || Seat is not { Leg.IsInBrowser: true, Agent: { } agent } || cause is not (EndCause.Lost or EndCause.TransportFailed))
        {
            return false;
        }

        // Who comes back has heard enough to go on.
        _whisper?.Cancel();
        _context.Ledger.Note(_context.Now, Customer.Interaction.ToString(), "phone-lost", agent.Key);
        if (cause == EndCause.Lost)
        {
            _return = SeatReturn.Begin(_context, this, agent);
            Arrange();
            Track();
        }
        else
        {
            // A browser that our audio does not reach would be called in vain.
            Lose(agent);
        }

        return true;
    }

    public void SeatBack(Telephony.Leg leg)
    {
        _return = null;
        Seat.Return(leg);
        _context.Ledger.Note(_context.Now, Customer.Interaction.ToString(), "phone-back", Seat.Agent!.Key);
        Connect();
        Arrange();
    }

    public void SeatNotBack()
    {
        _return = null;
        if (!_over)
        {
            Lose(Seat.Agent!);
        }
    }

    /// <summary>Nobody knows whether the agent is there: it is on break until it says so, and the customer goes on to the next.</summary>
    private void Lose(AgentSnapshot agent)
    {
        if (_context.Acd.ReadAgent(agent.Key)?.NextStatus is null or AgentStatus.Available)
        {
            _context.StatusReasons.Note(agent.Key, AgentStatus.OnBreak, StatusReasons.PhoneLost);
            _context.Acd.Handle(_context.Now, new AcdInput.StatusRequested(agent.Key, AgentStatus.OnBreak));
        }

        if (Customer.MayBeHandedOver)
        {
            Handover.BackInLine(_context, Leave("diverted: queue"));
        }
        else
        {
            SeatGone();
            Seat.Finish();
        }
    }
}
