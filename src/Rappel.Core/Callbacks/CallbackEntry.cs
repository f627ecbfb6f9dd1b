namespace Rappel.Core.Callbacks;

/// <summary>An open request in the book, with what is not stored.</summary>
internal sealed class CallbackEntry(CallbackRequest request)
{
    public CallbackRequest Request = request;

    /// <summary>The attempt under way; null between attempts.</summary>
    public CallbackAttempt? Attempt;

    /// <summary>What EnteredLine told last, while it is in line: where it stands as far as others know. Null out of line.</summary>
    public CallbackRequest? Line;

    /// <summary>Since when it is offered, dialled or connected; null otherwise.</summary>
    public Instant? Since;

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
