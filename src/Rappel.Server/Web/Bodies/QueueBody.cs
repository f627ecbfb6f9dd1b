namespace Rappel.Server.Web.Bodies;

/// <summary>A queue now.</summary>
/// <param name="Kind"><c>inbound</c>, <c>outbound</c> or <c>voicemail</c>.</param>
/// <param name="Priority">1 to 10, 10 first.</param>
/// <param name="Delayed">Callbacks between two attempts.</param>
/// <param name="InFlight">Offered, dialling or connected.</param>
/// <param name="OldestPlace">Since when the first in line waits.</param>
/// <param name="ExpectedWaitSeconds">Of one who entered now; null while nothing is known.</param>
/// <param name="Open">By the queue's schedule.</param>
public sealed record QueueBody(
    string Queue, string Name, string Kind, int Priority, int Waiting, int Delayed, int InFlight, DateTime? OldestPlace, int? ExpectedWaitSeconds,
    int AgentsLoggedIn, int AgentsAvailable, bool Open)
{
    /// <summary>What the queue has set itself; null for all but inbound ones.</summary>
    public ServiceLevelBody? Goal { get; init; }
}

/// <summary>What an inbound queue has set itself: so many of a hundred callers answered within so long.</summary>
public sealed record ServiceLevelBody(double WithinSeconds, int Percent);

/// <param name="At">When this was so.</param>
public sealed record QueuesBody(DateTime At, IReadOnlyList<QueueBody> Items);
