using Rappel.Core.Calls;

namespace Rappel.Engine.Journal;

/// <summary>An interaction while it is open. Every change is written; after its end nothing changes.</summary>
internal sealed class InteractionRecord
{
    private readonly Ledger _ledger;

    public InteractionRecord(Ledger ledger, InteractionRow row)
    {
        _ledger = ledger;
        Row = row;
        _ledger.Write(new StoreRow.OfInteraction(row));
    }

    private InteractionRecord(InteractionRow row, Ledger ledger)
    {
        _ledger = ledger;
        Row = row;
    }

    public InteractionRow Row { get; private set; }

    public InteractionId Id => Row.Id;

    /// <summary>One that is on disk already.</summary>
    public static InteractionRecord Restore(Ledger ledger, InteractionRow row) => new(row, ledger);

    public bool IsEnded => Row.EndedAt is not null;

    public void Change(Func<InteractionRow, InteractionRow> change)
    {
        if (IsEnded)
        {
            return;
        }

        Row = change(Row);
        _ledger.Write(new StoreRow.OfInteraction(Row));
    }

    /// <summary>Takes back an end that never reached the disk.</summary>
    public void Reopen()
    {
        Row = Row with { EndedAt = null, Outcome = null };
        _ledger.Write(new StoreRow.OfInteraction(Row));
    }

    /// <summary>The first end counts.</summary>
    public void End(Instant now, string outcome) => Change(row => row with { EndedAt = now, Outcome = outcome });
}
