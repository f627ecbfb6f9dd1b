namespace Rappel.Core.Callbacks;

/// <summary>An open request in the book, with what is not stored.</summary>
internal sealed class CallbackEntry(CallbackRequest request)
{
    public CallbackRequest Request = request;

    /// <summary>The attempt under way; null between attempts.</summary>
    public CallbackAttempt? Attempt;

    /// <summary>Offered to agents as far as this book knows: EnteredLine was told last.</summary>
    public bool InLine;

    /// <summary>When the book itself must act; null while calls are under way, which end by their own timers.</summary>
    public Instant? Deadline;
}

/// <summary>By deadline, then the older request.</summary>
internal sealed class DeadlineOrder : IComparer<CallbackEntry>
{
    public static readonly DeadlineOrder Instance = new();

    public int Compare(CallbackEntry? x, CallbackEntry? y)
    {
        var byTime = x!.Deadline!.Value.UtcTicks.CompareTo(y!.Deadline!.Value.UtcTicks);
        return byTime != 0 ? byTime : x.Request.Id.Value.CompareTo(y.Request.Id.Value);
    }
}
