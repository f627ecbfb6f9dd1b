using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Desk.After;

/// <summary>What an agent took from a queue, from the acceptance to the end of the wrap-up, and what was said about it.</summary>
internal sealed class TakenWork
{
    public TakenWork(OfferRow offer, Instant now)
    {
        (Offer, Agent, Interaction, Callback, Queue, Kind, Since) =
            (offer, offer.Agent, offer.Interaction, offer.Callback, offer.Queue, offer.Kind, now);
    }

    /// <summary>One that held its agent when the last process ended.</summary>
    public TakenWork(string agent, HeldWrapUp held)
    {
        (Agent, Interaction, Callback, Queue, Kind, Since, Note) =
            (agent, held.Interaction, held.Callback, held.Queue, held.Kind, held.Since, held.Note);
        (HasTalked, IsOver) = (true, true);
    }

    public string Agent { get; }

    public InteractionId Interaction { get; }

    /// <summary>Null for work that is no callback.</summary>
    public CallbackId? Callback { get; }

    public string Queue { get; }

    public WorkKind Kind { get; }

    /// <summary>When the agent accepted; once the call is over, when it ended.</summary>
    public Instant Since { get; set; }

    /// <summary>Null for one of an earlier process.</summary>
    public OfferRow? Offer { get; set; }

    /// <summary>Agent and customer were connected, or the message was played.</summary>
    public bool HasTalked { get; set; }

    /// <summary>The call is over: what is left is the wrap-up.</summary>
    public bool IsOver { get; set; }

    public ImmutableArray<string> Codes { get; set; } = [];

    public string? Note { get; set; }
}
