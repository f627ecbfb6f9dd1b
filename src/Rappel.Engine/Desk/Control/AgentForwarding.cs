using Rappel.Core.Ivr;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>
/// A caller whom a script sends to one agent, until the agent has answered or is not there. The place in the queue, if any, is kept until then.
/// No queue gave this call to the agent, so it has no wrap-up, and the agent is afterwards what it was before.
/// </summary>
internal sealed class AgentForwarding : IForwarding, IPartyOwner
{
    public const string Diverted = "diverted: agent";

    private readonly EngineContext _context;
    private readonly InboundCall _call;
    private readonly CalledParty _party;

    private AgentForwarding(EngineContext context, InboundCall call, CallDestination.OfAgent to, TimeSpan ringTime)
    {
        _context = context;
        _call = call;
        _party = new CalledParty(context, to, this)
        {
            Caller = call.Subject,
            Kind = LiveCallKind.Call,
            Interaction = call.Record.Id,
            Display = AgentDisplay.OfLiveCall(call.Channel.Name, call.Script.Caller, to.Agent.Language),
            RingTime = ringTime,
        };
    }

    public static void Begin(EngineContext context, InboundCall call, IvrOutput.ForwardToAgent wish)
    {
        var agent = context.Configuration.Agents.GetValueOrDefault(wish.Agent);
        if (agent is null || context.UserAgent.BindingsOf(wish.Agent) is not [var binding, ..])
        {
            call.Resume(PartyFailure.NoAnswer);
        }
        else if (context.Acd.ReadAgent(wish.Agent) is not { } state || !state.IsFreeForDirectCall())
        {
            call.Resume(PartyFailure.Busy);
        }
        else
        {
            new AgentForwarding(context, call, new CallDestination.OfAgent(agent, binding), wish.RingTime).Ring();
        }
    }

    public void Answered(CalledParty party)
    {
        _call.Forwarding = null;

        // Where the agent puts them back in line, or nobody takes them whom the agent sends them to, they have the place they had.
        _call.Place = _call.Wait?.Place ?? _call.Place;
        _call.Wait?.Leave();
        _call.StopForwardingScript();
        _call.Record.Change(row => row with { Agent = party.Agent!.Key });
        CallerRequests.ReachedAgent(_context, _call, party.Agent!.Key);
        _call.Connected = new Talk(_context, new CallerInTalk(_context, _call, isForwarded: true), party);
    }

    /// <summary>The script goes on at the exit of this name.</summary>
    public void NotReached(CalledParty party, string why) => _call.ForwardFailed(why);

    public void Gone(CalledParty party) => _call.Connected?.SeatGone();

    public void HoldChanged(CalledParty party) => _call.Connected?.HoldChanged();

    public LiveCall? Read(CalledParty party) => _call.Connected?.Read();

    public Talk? TalkOf(CalledParty party) => _call.Connected;

    public void CallerGone() => _party.Finish();

    private void Ring()
    {
        if (!_party.TryCall(null))
        {
            _call.Resume(PartyFailure.Failed);
            return;
        }

        _call.Forwarding = this;
        _call.Wait?.Protect(QueueWait.Reason.Forward, true);
        _context.Legs.PlayRinging(_call.Leg);
    }
}
