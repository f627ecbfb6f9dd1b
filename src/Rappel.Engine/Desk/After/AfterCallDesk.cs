using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Desk.After;

/// <summary>
/// What agents took from queues, until their wrap-up ends: who holds which call, and whether codes are missing. The distributor keeps the time of
/// the wrap-up; here is what it is about.
/// </summary>
internal sealed class AfterCallDesk(EngineContext context)
{
    private readonly SortedDictionary<string, TakenWork> _taken = new(StringComparer.Ordinal);

    /// <summary>Agents who have something here.</summary>
    internal int Remembered => _taken.Count;

    /// <summary>Null for an agent who took nothing, or is done with it.</summary>
    public TakenWork? Of(string agent) => _taken.GetValueOrDefault(agent);

    public QueueCodes CodesOf(TakenWork work) => work.Kind switch
    {
        WorkKind.LiveCall => context.Configuration.InboundQueues.GetValueOrDefault(work.Queue)?.Codes,
        WorkKind.Callback => context.Configuration.OutboundQueues.GetValueOrDefault(work.Queue)?.Codes,
        _ => null,
    } ?? QueueCodes.None;

    /// <summary>The list that codes are given from; null where the queue has none.</summary>
    public TransactionCodesSnapshot? ListOf(TakenWork work) =>
        CodesOf(work).List is { } key ? context.Configuration.TransactionCodes.GetValueOrDefault(key) : null;

    /// <summary>Whether the queue wants a code for it and has none. Nobody is asked what a call was about that never came about.</summary>
    public bool LacksCodes(TakenWork work) =>
        work is { HasTalked: true, Codes.IsEmpty: true } && CodesOf(work).Mandatory && ListOf(work) is { Codes.IsEmpty: false };

    /// <summary>A call that is put through to an agent in wrap-up interrupts it: what is to be said of the call before is still to be said.</summary>
    public void Accepted(OfferRow offer)
    {
        if (!_taken.TryGetValue(offer.Agent, out var before) || !before.IsOver)
        {
            _taken[offer.Agent] = new TakenWork(offer, context.Now);
        }
    }

    /// <summary>Agent and customer are connected, or the message plays.</summary>
    public void Talks(string agent, OfferId offer)
    {
        if (Find(agent, offer) is { HasTalked: false } work)
        {
            work.HasTalked = true;
            work.Offer = work.Offer! with { TalkedFrom = context.Now };
        }
    }

    /// <summary>The call is over.</summary>
    /// <returns>Whether the wrap-up holds the agent until a code is given.</returns>
    public bool Ended(string agent, OfferId offer)
    {
        if (Find(agent, offer) is not { IsOver: false } work)
        {
            // It was put through to an agent in wrap-up: what is missing of the call before is missing still.
            return Of(agent) is { IsOver: true } before && LacksCodes(before);
        }

        work.IsOver = true;
        work.Since = context.Now;
        if (work.HasTalked)
        {
            work.Offer = work.Offer! with { TalkedUntil = context.Now };
            context.Ledger.Write(new StoreRow.OfOffer(work.Offer));
        }

        return LacksCodes(work);
    }

    /// <summary>For the agent's screen; null for an agent who took nothing, or is done with it.</summary>
    public LiveSaid? Read(AgentReading agent)
    {
        if (Of(agent.Agent) is not { } work)
        {
            return null;
        }

        var request = work.Callback is { } id ? context.Book.Get(id) : null;
        var mayDecide = request is { Status: CallbackStatus.Connected } && request.Agent == work.Agent;
        return new LiveSaid(
            CodesOf(work), work.Codes, work.Note, mayDecide ? request!.Handling?.Decision?.Outcome : null, mayDecide, agent.CodesMissing,
            agent.Status == AgentStatus.WrapUp ? agent.WrapUpEnds : null);
    }

    /// <summary>The process ends before the wrap-ups do.</summary>
    public void SettleAll()
    {
        foreach (var work in _taken.Values)
        {
            if (work.Callback is { } id && context.Book.Get(id) is { IsTalkOver: true } request && request.Agent == work.Agent)
            {
                context.CallbackDesk.Do(id, new CallbackInput.Settle(id));
            }
        }
    }

    /// <summary>The agent who had this request's call has yet to come to the end of the wrap-up.</summary>
    public bool IsAfter(CallbackRequest? request) => request?.Agent is { } agent && Of(agent)?.Callback == request.Id;

    /// <summary>The wrap-up is over once its agent is neither in it nor in a direct call that interrupts it.</summary>
    public void Heard(AcdOutput.StatusChanged changed)
    {
        if (changed.To is AgentStatus.WrapUp or AgentStatus.Busy || !_taken.TryGetValue(changed.Agent, out var work) || !work.IsOver)
        {
            return;
        }

        _taken.Remove(changed.Agent);
        if (work.Callback is { } id && context.Book.Get(id) is { IsTalkOver: true } request && request.Agent == work.Agent)
        {
            context.Book.Handle(context.Now, new CallbackInput.Settle(id));
        }

        if (LacksCodes(work))
        {
            context.Ledger.Note(context.Now, work.Interaction.ToString(), "ended-without-codes", work.Queue);
        }
    }

    /// <summary>What is kept of an agent over a restart; null where nothing holds the agent.</summary>
    public HeldWrapUp? HeldOf(AgentReading agent) =>
        agent is { CodesMissing: true, WrapUpEnds: { } ends } && Of(agent.Agent) is { } work
            ? new HeldWrapUp(work.Interaction, work.Callback, work.Queue, work.Kind, work.Since, ends, work.Note)
            : null;

    /// <summary>Takes up what held an agent when the last process ended. Null where nothing does any more: the configuration wants no codes for it now.</summary>
    public Instant? Restore(AgentRow row)
    {
        if (row is not { Held: { } held, Status: AgentStatus.WrapUp or AgentStatus.Busy } || !context.Configuration.Agents.ContainsKey(row.Agent))
        {
            return null;
        }

        var work = new TakenWork(row.Agent, held);
        if (!LacksCodes(work))
        {
            return null;
        }

        _taken[row.Agent] = work;
        return held.Ends;
    }

    /// <summary>A new configuration may want no codes of those whom the old one held.</summary>
    public void Reconsider()
    {
        foreach (var work in _taken.Values.Where(w => w.IsOver && !LacksCodes(w)).ToList())
        {
            context.Acd.Handle(context.Now, new AcdInput.CodesGiven(work.Agent));
        }
    }

    private TakenWork? Find(string agent, OfferId offer) =>
        _taken.TryGetValue(agent, out var work) && work.Offer?.Id == offer ? work : null;
}
