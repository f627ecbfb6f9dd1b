using Rappel.Core.Acd;

namespace Rappel.Server.Web.Bodies;

/// <param name="Reachable">Whether a phone is there.</param>
/// <param name="Free">Whether it could be rung now.</param>
public sealed record TargetAgentBody(string Agent, string Name, AgentStatus Status, DateTime? Since, bool Reachable, bool Free);
