namespace Rappel.Storage.Reports;

/// <summary>What one transaction adds to the counts. Rows that share a slot and keys share one write, however many there are.</summary>
public sealed class RollupChanges
{
    private readonly Dictionary<RollupKey, long[]> _changes = [];

    public int Count => _changes.Count;

    /// <summary>Rows to add, without those that came to nothing.</summary>
    public IEnumerable<KeyValuePair<RollupKey, long[]>> All => _changes.Where(c => c.Value.Any(v => v != 0));

    public void Add(in RollupKey key, int counter, long by)
    {
        if (!_changes.TryGetValue(key, out var counters))
        {
            _changes.Add(key, counters = new long[key.Table.Counters.Count]);
        }

        counters[counter] += by;
    }

    public void Clear() => _changes.Clear();
}
