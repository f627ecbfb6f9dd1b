using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Desk;
using Rappel.Engine.Telephony;

namespace Rappel.Engine;

/// <summary>
/// Whatever fails, no agent stays stuck and no request stays in flight: every few seconds what is under way is held against its deadline and
/// against its counterpart, and what is past the one or has lost the other is ended by the ordinary inputs. Everything has timers of its own
/// that come first; what this finds is a fault, and is logged as one. A sweep costs what is in flight.
/// </summary>
internal sealed class Watchdog(EngineContext context)
{
    /// <summary>Agents who were offered something, busy or in wrap-up when last heard of.</summary>
    private readonly SortedSet<string> _engaged = new(StringComparer.Ordinal);

    private Dictionary<string, Instant> _seen = [];

    /// <summary>Requests dialling, and since when, as far as the sweeps have seen.</summary>
    private Dictionary<long, Instant> _dialling = [];

    private Agenda.Appointment? _next;

    /// <summary>What had been given to the disk by the last sweep, and is there by this one unless the disk is behind.</summary>
    private long _written;

    /// <summary>How many stuck things were ended since the start.</summary>
    public long Ended { get; private set; }

    public void Heard(AcdOutput.StatusChanged changed)
    {
        if (changed.To is AgentStatus.Offered or AgentStatus.Busy or AgentStatus.WrapUp)
        {
            _engaged.Add(changed.Agent);
            Arm();
        }
    }

    /// <summary>Something is under way: there is something to watch.</summary>
    public void Arm()
    {
        // One whose time has passed was lost with whatever broke.
        if (_next is null || _next.At < context.Now)
        {
            _next = context.Agenda.At(context.Now + EngineLimits.WatchdogInterval, Sweep);
        }
    }

    /// <summary>So much time did not pass.</summary>
    public void PutOff(TimeSpan by)
    {
        _seen = _seen.ToDictionary(s => s.Key, s => s.Value + by, StringComparer.Ordinal);
        _dialling = _dialling.ToDictionary(d => d.Key, d => d.Value + by);
    }

    private void Sweep()
    {
        // Of no call: a fault in here ends nobody's.
        context.Current.Id = null;
        _next = null;
        if (IsAnythingUnderWay)
        {
            Arm();
        }

        var seen = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var stuck in Suspects().ToArray())
        {
            var since = stuck.Since ?? _seen.GetValueOrDefault(stuck.What, context.Now);
            if (context.Now - since < EngineLimits.WatchdogGrace)
            {
                seen[stuck.What] = since;
                continue;
            }

            Ended++;
            context.Log(LogLevel.Warning, "watchdog-ended", $"{stuck.What}, for {(context.Now - since).TotalSeconds:0} s");
            stuck.End();
        }

        _seen = seen;
        _written = context.Ledger.Latest;
    }

    private bool IsAnythingUnderWay =>
        _engaged.Count > 0 || context.Rings.Count > 0 || context.Callers.Count > 0 || context.Parties.Count > 0 || context.CustomerFirst.Count > 0
        || context.Book.ReadInFlight().Count > 0;

    private IEnumerable<Stuck> Suspects()
    {
        var rings = context.Rings.Values.ToLookup(r => r.WorkId);
        return Agents().Concat(Rings()).Concat(Parties()).Concat(Callers(rings)).Concat(Requests(rings));
    }

    private IEnumerable<Stuck> Agents()
    {
        foreach (var key in _engaged.ToArray())
        {
            if (context.Acd.ReadAgent(key) is not { Status: AgentStatus.Offered or AgentStatus.Busy or AgentStatus.WrapUp } agent)
            {
                _engaged.Remove(key);
                continue;
            }

            var ring = agent.Offer is { } id ? context.Rings.GetValueOrDefault(id) : null;
            switch (agent)
            {
                case { Status: AgentStatus.WrapUp } when (agent.Deadline ?? agent.Since) <= context.Now:
                    yield return new Stuck($"agent {key} in wrap-up past its end", agent.Deadline ?? agent.Since,
                        () => Tell(new AcdInput.WrapUpEnded(key) { ByForce = true }));
                    break;
                case { Status: AgentStatus.Offered, Offer: { } offer } when (agent.Deadline ?? agent.Since) <= context.Now:
                    yield return new Stuck($"agent {key} offered {offer} past its time", agent.Deadline ?? agent.Since,
                        () => Tell(new AcdInput.OfferAnswered(offer, OfferOutcome.TimedOut)));
                    break;
                case { Status: AgentStatus.Offered, Offer: { } offer } when ring is null:
                    yield return new Stuck($"agent {key} offered {offer} and rung for nothing", null,
                        () => Tell(new AcdInput.OfferAnswered(offer, OfferOutcome.Withdrawn)));
                    break;
                case { Status: AgentStatus.Busy, Offer: { } offer } when ring is null:
                    yield return new Stuck($"agent {key} busy with {offer} and in no call", null, () => Tell(new AcdInput.WorkEnded(offer)));
                    break;
                case { Status: AgentStatus.Busy, Offer: null } when context.PartyOf(key) is null && !context.Watches.IsWatching(key):
                    yield return new Stuck($"agent {key} busy and in no call", null, () => Tell(new AcdInput.Occupied(key, false)));
                    break;
            }
        }
    }

    private IEnumerable<Stuck> Rings()
    {
        foreach (var ring in context.Rings.Values)
        {
            if (context.Acd.ReadAgent(ring.Agent.Key)?.Offer != ring.Offer)
            {
                yield return new Stuck($"phone of {ring.Agent.Key} rung for {ring.Offer}, which is no offer", null, ring.Abandon);
            }
            else if (ring.Leg is { IsOver: true } && ring.Talk is not { IsSeatAwaited: true })
            {
                yield return new Stuck($"agent {ring.Agent.Key} in {ring.Offer} without a call", null, ring.IsAccepted
                    ? ring.CutOff
                    : () => Tell(new AcdInput.OfferAnswered(ring.Offer, OfferOutcome.Unreachable)));
            }
        }
    }

    private IEnumerable<Stuck> Parties()
    {
        foreach (var party in context.Parties.Values)
        {
            if (party.Leg is { IsOver: true } && party.Talk is not { IsSeatAwaited: true })
            {
                yield return new Stuck($"{party.Destination.Target} called by an agent and on no line", null, party.CutOff);
            }
            else if (!party.IsUp && party.Deadline <= context.Now)
            {
                yield return new Stuck($"{party.Destination.Target} called by an agent past its time", party.Deadline, party.CutOff);
            }
        }
    }

    private IEnumerable<Stuck> Callers(ILookup<WorkId, AgentRing> rings)
    {
        foreach (var call in context.Callers.Values)
        {
            if (call.Leg.IsOver)
            {
                yield return new Stuck($"call {call.Record.Id} without a caller", null, () => call.HangUp(FaultEnding.Outcome));
            }
            else if (call.Connected is { Seat: AgentRing } && !rings.Contains(new WorkId(WorkKind.LiveCall, call.Leg.Id.Value)))
            {
                yield return new Stuck($"call {call.Record.Id} with an agent who is not in it", null, () => call.HangUp(FaultEnding.Outcome));
            }
            else if (call.Handover is { Party: null or { IsOver: true } })
            {
                yield return new Stuck($"call {call.Record.Id} on the way to nobody", null, () => call.HangUp(FaultEnding.Outcome));
            }
        }
    }

    private IEnumerable<Stuck> Requests(ILookup<WorkId, AgentRing> rings)
    {
        var inFlight = context.Book.ReadInFlight();
        _dialling = inFlight.Where(f => f.Request.Status == CallbackStatus.Dialling)
            .ToDictionary(f => f.Request.Id.Value, f => _dialling.GetValueOrDefault(f.Request.Id.Value, context.Now));
        foreach (var (request, _) in inFlight)
        {
            var since = _dialling.GetValueOrDefault(request.Id.Value, context.Now);
            var work = new WorkId(WorkKind.Callback, request.Id.Value);
            var rung = rings[work].FirstOrDefault();
            var hasCall = rung is { IsAccepted: true } || context.CustomerFirst.ContainsKey(request.Id.Value);
            switch (request.Status)
            {
                case CallbackStatus.Offering when rung is null:
                    yield return new Stuck($"{request.Id} offered to {request.Agent} and rung nowhere", null, () => TakeBack(request));
                    break;
                case CallbackStatus.Dialling when !hasCall:
                    yield return new Stuck($"{request.Id} dialling without a call", null,
                        () => context.Book.Handle(context.Now, new CallbackInput.DiallingFailed(request.Id, AttemptOutcome.Fault, null)));
                    break;

                // While the disk is behind, the dialling rightly waits for it.
                case CallbackStatus.Dialling when context.Ledger.IsOnDisk(_written) && context.Now - since > request.Terms.RingTime + EngineLimits.DiallingBeyondRinging:
                    yield return new Stuck($"{request.Id} dialling past its time", since + request.Terms.RingTime + EngineLimits.DiallingBeyondRinging,
                        () => new FaultEnding(context).End(work, isHeld: false));
                    break;
                case CallbackStatus.Connected when request.IsTalkOver:
                    if (!context.AfterCalls.IsAfter(request))
                    {
                        yield return new Stuck($"{request.Id} talked, and waits for nobody's outcome", null,
                            () => context.Book.Handle(context.Now, new CallbackInput.Settle(request.Id)));
                    }

                    break;
                case CallbackStatus.Connected when !hasCall:
                    yield return new Stuck($"{request.Id} connected without a call", null,
                        () => context.Book.Handle(context.Now, new CallbackInput.CallEnded(request.Id)));
                    break;
            }
        }
    }

    /// <summary>The book has it in line again; the distributor must have it, too.</summary>
    private void TakeBack(CallbackRequest request)
    {
        context.Book.Handle(context.Now, new CallbackInput.OfferRejected(request.Id));
        context.AfterOutputs(() => context.CallbackDesk.Rejoin(request.Id));
    }

    private void Tell(AcdInput input) => context.Acd.Handle(context.Now, input);

    /// <param name="What">Names it, and is the same from sweep to sweep.</param>
    /// <param name="Since">When its time was up; null where it counts from the first sweep that saw it.</param>
    private sealed record Stuck(string What, Instant? Since, Action End);
}
