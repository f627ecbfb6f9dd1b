using System.ComponentModel.DataAnnotations;
using Rappel.Core.Acd;

namespace Rappel.Server.Web.Bodies;

/// <summary>An agent in a queue, as it is now.</summary>
/// <param name="Queue">Key.</param>
/// <param name="Kind"><c>inbound</c>, <c>outbound</c> or <c>voicemail</c>.</param>
/// <param name="Skill">1 (least) to 10 (best).</param>
/// <param name="Configured">As the configuration has it; false where a supervisor changed it.</param>
public sealed record MembershipBody(string Queue, string Kind, int Skill, bool Enabled, bool Configured);

/// <summary>Whether an agent serves a queue, in place of what is configured.</summary>
/// <param name="Skill">1 to 10; left out for the configured one, or 1 where the agent is configured as no member.</param>
public sealed record ChangeMembershipBody([property: Required] bool Enabled, [property: Range(1, 10)] int? Skill = null);

/// <summary>A member of a queue now.</summary>
/// <param name="Configured">As the configuration has it; false where a supervisor changed it.</param>
public sealed record QueueMemberBody(string Agent, string Name, int Skill, bool Enabled, bool Configured, AgentStatus Status, bool Registered);

public sealed record QueueMembersBody(IReadOnlyList<QueueMemberBody> Items);
