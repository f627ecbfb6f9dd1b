using Rappel.Core.Acd;

namespace Rappel.Engine;

/// <summary>
/// A supervisor has an agent serve a queue, or not, whatever the configuration says. It holds at once, over restarts and new configurations,
/// until it is taken back or the agent or the queue is configured no longer. Refused with <c>unknown-agent</c>, <c>unknown-queue</c> or
/// <c>bad-skill</c>.
/// </summary>
/// <param name="Change">Null for what the configuration says.</param>
/// <param name="Who">For the journal.</param>
public sealed record MembershipCommand(string Agent, WorkKind Kind, string Queue, MemberChange? Change, string Who) : EngineCommand;
