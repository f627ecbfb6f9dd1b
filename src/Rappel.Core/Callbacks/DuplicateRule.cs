namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 8: one open request per dialable number and outbound queue. A second is answered with the first, which keeps its older place.
/// Numbers are compared as they would be dialled: they went through the dial plan.
/// </summary>
internal sealed class DuplicateRule
{
    // The requests themselves, looked up by what is in them: a dictionary would hold a million queues and numbers a second time.
    private readonly HashSet<CallbackEntry> open = new(QueueAndNumber.Instance);
    private readonly HashSet<CallbackEntry>.AlternateLookup<(string Queue, string Number)> byNumber;

    public DuplicateRule() => byNumber = open.GetAlternateLookup<(string Queue, string Number)>();

    /// <summary>Room for so many, before a restart adds them one by one.</summary>
    public void EnsureCapacity(int count) => open.EnsureCapacity(count);

    public CallbackEntry? Find(string queue, string number) => byNumber.TryGetValue((queue, number), out var found) ? found : null;

    public void Opened(CallbackEntry entry) => open.Add(entry);

    /// <summary>Before the entry's queue or number changes.</summary>
    public void Ended(CallbackEntry entry)
    {
        if (open.TryGetValue(entry, out var found) && found == entry)
        {
            open.Remove(entry);
        }
    }

    private sealed class QueueAndNumber : IEqualityComparer<CallbackEntry>, IAlternateEqualityComparer<(string Queue, string Number), CallbackEntry>
    {
        public static readonly QueueAndNumber Instance = new();

        public bool Equals(CallbackEntry? x, CallbackEntry? y) => Equals(KeyOf(x!), y!);

        public int GetHashCode(CallbackEntry entry) => GetHashCode(KeyOf(entry));

        public bool Equals((string Queue, string Number) key, CallbackEntry entry) =>
            key.Number == entry.Request.Number && key.Queue == entry.Request.Terms.Queue;

        public int GetHashCode((string Queue, string Number) key) => HashCode.Combine(key.Queue, key.Number);

        public CallbackEntry Create((string Queue, string Number) key) => throw new NotSupportedException("A request is not made of its number.");

        private static (string Queue, string Number) KeyOf(CallbackEntry entry) => (entry.Request.Terms.Queue, entry.Request.Number);
    }
}
