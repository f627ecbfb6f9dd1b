using System.Diagnostics.CodeAnalysis;
using Rappel.Core.Calls;

namespace Rappel.Engine.Journal;

/// <summary>
/// Collects what a turn makes durable and holds back what must wait for it. The rule "accepted means durable": an effect that depends on a
/// row runs once the batch that carries the row is on disk, in the order the effects were asked for.
/// </summary>
internal sealed class Ledger(TenantId tenant)
{
    /// <summary>In whose name effects are held back.</summary>
    public CurrentWork Current { get; init; } = new();

    private readonly List<StoreRow> _rows = [];
    private readonly Queue<(long Batch, Action Effect, Action? Lost)> _held = new();
    /// <summary>No longer held, in the order it was asked for.</summary>
    private readonly Queue<Action> _due = new();
    private long _batch;
    private long _durable;
    private bool _awaited;

    /// <summary>The number of the batch given out last.</summary>
    public long Latest => _batch;

    public bool IsOnDisk(long batch) => batch <= _durable;

    public void Write(StoreRow row) => _rows.Add(row);

    public void Note(Instant now, string subject, string happened, string? detail = null, string? who = null) =>
        _rows.Add(new StoreRow.OfJournal(new JournalRow(tenant, now, subject, happened, detail, who)));

    /// <summary>Runs the effect once everything written so far in this turn is on disk.</summary>
    /// <param name="lost">Runs instead where it can never be written. Null only where nobody is left waiting then.</param>
    public void WhenDurable(Action effect, Action? lost = null)
    {
        var batch = _rows.Count > 0 ? _batch + 1 : _batch;
        if (batch <= _durable)
        {
            effect();
            return;
        }

        _awaited |= batch > _batch;
        _held.Enqueue((batch, Current.Continue(effect), lost is null ? null : Current.Continue(lost)));
    }

    /// <summary>The turn's batch; false where nothing was written.</summary>
    public bool TryClose([NotNullWhen(true)] out Batch? batch)
    {
        if (_rows.Count == 0)
        {
            batch = null;
            return false;
        }

        batch = new Batch(++_batch, [.. _rows]) { IsAwaited = _awaited };
        _rows.Clear();
        _awaited = false;
        return true;
    }

    /// <summary>Everything up to this batch is on disk: what waited for it is due.</summary>
    public void Committed(long batch)
    {
        _durable = Math.Max(_durable, batch);
        while (_held.TryPeek(out var next) && next.Batch <= batch)
        {
            _due.Enqueue(_held.Dequeue().Effect);
        }
    }

    /// <summary>This batch, after all before it, is not on disk and never will be: taking back what waited for it is due.</summary>
    public void Failed(long batch)
    {
        Committed(batch - 1);
        _durable = Math.Max(_durable, batch);
        while (_held.TryPeek(out var next) && next.Batch <= batch)
        {
            if (_held.Dequeue().Lost is { } lost)
            {
                _due.Enqueue(lost);
            }
        }
    }

    /// <summary>Runs what is due. Where one of them throws, the next call goes on after it.</summary>
    public void RunDue()
    {
        while (_due.TryDequeue(out var effect))
        {
            effect();
        }
    }
}
