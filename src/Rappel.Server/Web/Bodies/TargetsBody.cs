namespace Rappel.Server.Web.Bodies;

/// <summary>Whom an agent can call or put a customer through to.</summary>
public sealed record TargetsBody(DateTime At, IReadOnlyList<TargetAgentBody> Agents, IReadOnlyList<TargetQueueBody> Queues);
