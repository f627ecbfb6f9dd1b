using Rappel.Engine.Callbacks;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>
/// A caller on the way from an agent to somebody else. The agent is gone already: where nobody answers, the caller is back in line of the queue
/// that the call came from, at the old place.
/// </summary>
internal sealed class Handover : IPartyOwner
{
    private readonly EngineContext _context;
    private readonly InboundCall _call;

    private Handover(EngineContext context, InboundCall call)
    {
        _context = context;
        _call = call;
    }

    /// <summary>Null once it is over.</summary>
    public CalledParty? Party { get; private set; }

    /// <param name="party">Somebody who is being called, or has answered.</param>
    public static void Begin(EngineContext context, InboundCall call, CalledParty party)
    {
        var handover = new Handover(context, call) { Party = party };
        party.Owner = handover;
        call.Handover = handover;
        if (party.IsUp)
        {
            handover.Answered(party);
        }
        else
        {
            context.Legs.PlayRinging(call.Leg);
        }
    }

    /// <summary>Calls somebody who has not been called yet.</summary>
    public static void Call(EngineContext context, InboundCall call, CallDestination to)
    {
        var handover = new Handover(context, call);
        handover.Party = new CalledParty(context, to, handover)
        {
            Caller = call.Subject,
            Kind = Live.LiveCallKind.Call,
            Interaction = call.Record.Id,
            Queue = call.LastQueue?.Key,
        };
        call.Handover = handover;
        context.Legs.PlayRinging(call.Leg);
        if (!handover.Party.TryCall(call.Script.Caller?.Value))
        {
            handover.NotReached(handover.Party, PartyFailure.Failed);
        }
    }

    /// <summary>Nobody has the caller: back to the queue they came from, at the old place.</summary>
    public static void BackInLine(EngineContext context, InboundCall call)
    {
        call.Handover = null;
        if (call.LastQueue is { } queue)
        {
            QueueWait.Return(context, call, queue);
        }
        else
        {
            call.Apologise();
        }
    }

    public void Answered(CalledParty party)
    {
        _call.Handover = null;
        _call.Record.Change(row => row with { Agent = party.Agent?.Key });
        if (party.Agent is { } agent)
        {
            CallerRequests.ReachedAgent(_context, _call, agent.Key);
        }

        var seat = party.Take(_call);
        _call.Connected = new Talk(_context, new CallerInTalk(_context, _call), seat);
    }

    public void NotReached(CalledParty party, string why)
    {
        Note("transfer-failed", $"{party.Destination.Target}: {why}");
        BackInLine(_context, _call);
    }

    public void Gone(CalledParty party)
    {
        if (_call.Connected is { } talk)
        {
            talk.SeatGone();
        }
    }

    public void HoldChanged(CalledParty party) => _call.Connected?.HoldChanged();

    public Live.LiveCall? Read(CalledParty party) => _call.Connected?.Read();

    public Talk? TalkOf(CalledParty party) => _call.Connected;

    /// <summary>The caller hung up meanwhile.</summary>
    public void CallerGone() => Party?.Finish();

    private void Note(string happened, string detail) => _context.Ledger.Note(_context.Now, _call.Record.Id.ToString(), happened, detail);
}
