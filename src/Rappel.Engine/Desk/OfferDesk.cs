using Rappel.Core.Acd;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Desk;

/// <summary>Carries out what the distributor decides: rings agents, stops ringing them, and keeps their status on record.</summary>
internal sealed class OfferDesk(EngineContext context)
{
    public void Handle(AcdOutput output)
    {
        switch (output)
        {
            case AcdOutput.OfferMade made:
                context.Current.Id = made.Work.Id;
                Ring(made);
                break;
            case AcdOutput.OfferEnded ended:
                context.Current.Id = ended.Work.Id;
                if (context.Rings.Remove(ended.Offer, out var ring))
                {
                    ring.OfferEnded(ended.Outcome);
                }

                break;
            case AcdOutput.StatusChanged changed:
                context.Watchdog.Heard(changed);
                context.AfterCalls.Heard(changed);
                Record(changed);
                break;
            case AcdOutput.CommandRefused refused:
                context.Log(LogLevel.Debug, "acd-command-refused", $"{refused.Subject}: {refused.Reason}");
                break;
        }
    }

    private void Ring(AcdOutput.OfferMade made)
    {
        if (FindWork(made.Work.Id) is not { } work || !context.Configuration.Agents.TryGetValue(made.Agent, out var agent))
        {
            // Decided in the same turn in which the work left. Taking it out of line ends the offer; an answer alone would have it offered on.
            context.Acd.Handle(context.Now, new AcdInput.WorkLeft(made.Work.Id));
            return;
        }

        var ring = new AgentRing(context, made, agent, work);
        context.Rings[made.Offer] = ring;
        ring.Begin();
    }

    /// <summary>Callbacks that only wait are made into work here: a million of them may be in line.</summary>
    private IOfferedWork? FindWork(WorkId id) =>
        context.Works.GetValueOrDefault(id) ?? (id.Kind == WorkKind.Callback ? context.CallbackDesk.FindWork(id) : null);

    private void Record(AcdOutput.StatusChanged changed)
    {
        if (context.Acd.ReadAgent(changed.Agent) is not { } agent)
        {
            return;
        }

        context.Ledger.Write(new StoreRow.OfAgent(
            new AgentRow(context.Tenant, changed.Agent, changed.To, agent.Since, agent.IdleSince) { Held = context.AfterCalls.HeldOf(agent) }));
        context.Ledger.Note(context.Now, $"agent-{changed.Agent}", "status", Words.Of(changed.To));
    }
}
