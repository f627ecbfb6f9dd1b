using System.Threading;
using Rappel.Engine.Journal;

namespace Rappel.Server.Web.Events;

/// <summary>Rows that are on disk, on their way from the commit thread to those who listen. Costs the commit thread nothing while nobody does.</summary>
internal sealed class CommittedRows
{
    private readonly Lock _adding = new();
    private List<StoreRow> _rows = [];
    private volatile bool _wanted;
    private bool _lost;

    /// <summary>Whether rows are kept for the next <see cref="Take"/>.</summary>
    public bool Wanted
    {
        get => _wanted;
        set => _wanted = value;
    }

    /// <summary>For the commit thread.</summary>
    public void Post(IReadOnlyList<Batch> written)
    {
        if (!_wanted)
        {
            return;
        }

        lock (_adding)
        {
            foreach (var batch in written.Where(b => !b.IsEmpty))
            {
                // The journal is never told: what it says follows from the rows.
                _rows.AddRange(batch.Rows.Where(r => r is not (StoreRow.OfJournal or StoreRow.OfBinding)));
            }

            if (_rows.Count > EventLimits.WaitingRows)
            {
                _rows = [];
                _lost = true;
            }
        }
    }

    /// <summary>What came since the last time.</summary>
    /// <returns>The rows in order, and whether some are missing.</returns>
    public (IReadOnlyList<StoreRow> Rows, bool Lost) Take()
    {
        lock (_adding)
        {
            var taken = (_rows, _lost);
            (_rows, _lost) = ([], false);
            return taken;
        }
    }
}
