namespace Rappel.Server.Web.Bodies;

/// <param name="Open">By the queue's schedule.</param>
public sealed record TargetQueueBody(string Queue, string Name, int Waiting, int? ExpectedWaitSeconds, int AgentsAvailable, bool Open);
