namespace Rappel.Core.Config;

/// <summary>When somebody should look: a figure beyond a threshold for some time.</summary>
/// <param name="Queue">Key of the queue whose figure it is; null for all queues together.</param>
/// <param name="Above">Raised where the figure is greater; null where <paramref name="Below"/> is given.</param>
/// <param name="Below">Raised where the figure is smaller.</param>
/// <param name="For">How long the figure has to be beyond the threshold before it is raised, and within it again before it ends.</param>
/// <param name="Webhook">Whether webhooks are told.</param>
public sealed record AlertSnapshot(
    string Key, string Name, string? Queue, AlertMeasure Measure, int? Above, int? Below, TimeSpan For, bool Webhook);

public enum AlertMeasure
{
    /// <summary>Callers, callbacks or messages in line.</summary>
    Waiting,

    /// <summary>Seconds that the first caller in line has waited.</summary>
    LongestWait,

    /// <summary>Per cent of today's callers answered within the queue's service level.</summary>
    ServiceLevel,

    /// <summary>Callers of today who hung up while they waited.</summary>
    Abandoned,

    /// <summary>Agents who could be offered something now.</summary>
    AgentsAvailable,

    /// <summary>Callbacks in line or between two attempts.</summary>
    CallbacksPending,

    /// <summary>Seconds that the first callback in line has waited.</summary>
    CallbacksOldest,
}
