using Rappel.Core.Acd;
using Rappel.Core.Callbacks;

namespace Rappel.Server.Web.Reports;

/// <summary>The day so far, and what waits now.</summary>
/// <param name="Since">Midnight by the clocks of the zone.</param>
/// <param name="Queues">Inbound queues that there are, or that had callers today.</param>
/// <param name="Total">All of them together.</param>
/// <param name="Callbacks">Outbound queues likewise.</param>
public sealed record FiguresBody(
    DateTime At, DateTime Since, string Zone, IReadOnlyList<QueueFiguresBody> Queues, QueueFiguresBody Total, IReadOnlyList<CallbackFiguresBody> Callbacks,
    CallbackFiguresBody CallbackTotal, IReadOnlyList<AgentsByStatusBody> Agents);

/// <summary>Of callers who entered the queue today.</summary>
/// <param name="Queue">Null in the total.</param>
/// <param name="LongestWaitSeconds">Of those who wait now; null where nobody does.</param>
/// <param name="ExpectedWaitSeconds">Of one who entered now; null while nothing is known, and in the total.</param>
/// <param name="ServiceLevelPercent">Answered in service level, of those answered or abandoned (short ones apart).</param>
/// <param name="LeftOtherwise">After the longest wait, by a script, or in a fault.</param>
/// <param name="PromiseErrorSeconds">By how much the wait differed from what was told, on average.</param>
public sealed record QueueFiguresBody(
    string? Queue, string? Name, int Waiting, int? LongestWaitSeconds, int? ExpectedWaitSeconds, long Entered, long Offers, long Answered, long AnsweredInLevel,
    double? ServiceLevelPercent, long Abandoned, long ShortAbandoned, long DivertedCallback, long DivertedVoicemail, long DivertedNumber, long DivertedAgent,
    long LeftOtherwise, double? AverageWaitSeconds, double? AverageTalkSeconds, double? PromiseErrorSeconds);

/// <summary>Of requests made today.</summary>
/// <param name="Queue">Null in the total.</param>
/// <param name="Pending">In line now.</param>
/// <param name="Delayed">Between two attempts now.</param>
/// <param name="InFlight">Offered, dialling or connected now.</param>
/// <param name="OldestSeconds">How long the first in line waits; null where none does.</param>
/// <param name="Offered">Callers who came to a question that leads to a callback.</param>
/// <param name="Asked">Callers who asked for one.</param>
/// <param name="WaitSparedSeconds">Time between request and connection that callers did not spend on the line.</param>
public sealed record CallbackFiguresBody(
    string? Queue, string? Name, int Pending, int Delayed, int InFlight, int? OldestSeconds, long Offered, long Asked, long Taken, long AlreadyPending, long Refused,
    long Connected, long Completed, long Exhausted, long Expired, long Cancelled, long Served, long BadNumber, IReadOnlyList<AttemptsByOutcomeBody> Attempts,
    double? ConnectionMedianSeconds, double? Connection90Seconds, double? PromiseErrorSeconds, double WaitSparedSeconds);

public sealed record AttemptsByOutcomeBody(AttemptOutcome Outcome, long Count);

public sealed record AgentsByStatusBody(AgentStatus Status, int Count);
