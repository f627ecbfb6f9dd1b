using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>Counts what was in a database before anything was counted, by the same definitions as what comes after.</summary>
/// <param name="write">Adds to the tables of counts, and empties what it was given.</param>
internal sealed class RollupBackfill(Action<RollupChanges> write)
{
    /// <summary>The setting that says it is to be done, in the schema step that makes the tables of counts.</summary>
    public const string Setting = "rollups";

    /// <summary>Which entries of the journal tell of agents' statuses, in the order that <see cref="Add(JournalRow)"/> needs.</summary>
    public const string Statuses = "subject LIKE 'agent-%' AND event = 'status' ORDER BY tenant_id, subject, at, serial";

    /// <summary>Rows of counts held in memory before they are written.</summary>
    private const int Held = 50_000;

    private readonly RollupChanges _changes = new();
    private AgentRow? _status;

    public void Add(InteractionRow row) => Counted(() => RollupCounting.Add(_changes, row, +1));

    public void Add(QueueStayRow row) => Counted(() => QueueRollup.Add(_changes, row, +1));

    public void Add(OfferRow row) => Counted(() => OfferRollup.Add(_changes, row, +1));

    public void Add(StoreRow.OfAttempt row) => Counted(() => CallbackRollup.Add(_changes, row, +1));

    public void Add(CallbackRequest row) => Counted(() => CallbackRollup.Add(_changes, row, +1));

    public void Add(JournalRow entry)
    {
        if (Words.TryParse<AgentStatus>(entry.Detail, out var status))
        {
            var now = new AgentRow(entry.Tenant, entry.Subject["agent-".Length..], status, entry.At, entry.At);
            Counted(() => AgentStatusRollup.Add(_changes, (_status?.Tenant, _status?.Agent) == (now.Tenant, now.Agent) ? _status : null, now));
            _status = now;
        }
    }

    /// <summary>After the last row.</summary>
    public void Finish() => write(_changes);

    private void Counted(Action count)
    {
        count();
        if (_changes.Count >= Held)
        {
            write(_changes);
        }
    }
}
