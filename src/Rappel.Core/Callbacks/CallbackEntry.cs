namespace Rappel.Core.Callbacks;

/// <summary>An open request in the book, with what is not stored.</summary>
internal sealed class CallbackEntry(CallbackRequest request)
{
    // Ticks and not instants that may be absent: there may be a million of these.
    private long since = long.MaxValue;
    private long deadline = long.MaxValue;

    public CallbackRequest Request = request;

    /// <summary>The attempt under way; null between attempts.</summary>
    public CallbackAttempt? Attempt;

    /// <summary>What EnteredLine told last, while it is in line: where it stands as far as others know. Null out of line.</summary>
    public CallbackRequest? Line;

    /// <summary>Since when it is offered, dialled or connected; null otherwise.</summary>
    public Instant? Since
    {
        get => since == long.MaxValue ? null : new Instant(since, TimeSpan.Zero);
        set => since = value?.UtcTicks ?? long.MaxValue;
    }

    /// <summary>When the book itself must act; null while calls are under way, which end by their own timers.</summary>
    public Instant? Deadline
    {
        get => deadline == long.MaxValue ? null : new Instant(deadline, TimeSpan.Zero);
        set => deadline = value?.UtcTicks ?? long.MaxValue;
    }

    /// <summary>The greatest number for none.</summary>
    public long DeadlineTicks => deadline;
}

/// <summary>By deadline, then the older request.</summary>
internal sealed class DeadlineOrder : IComparer<CallbackEntry>
{
    public static readonly DeadlineOrder Instance = new();

    public int Compare(CallbackEntry? x, CallbackEntry? y)
    {
        var byTime = x!.DeadlineTicks.CompareTo(y!.DeadlineTicks);
        return byTime != 0 ? byTime : x.Request.Id.Value.CompareTo(y.Request.Id.Value);
    }
}
