using Rappel.Core.Acd;

namespace Rappel.Server.Web.Bodies;

/// <summary>An agent now.</summary>
/// <param name="Agent">Key, which is also the SIP user name.</param>
/// <param name="Status">What the agent is doing.</param>
/// <param name="Since">When the status began; null while nothing is known of the agent.</param>
/// <param name="Registered">Whether the agent's phone is there. Without it there are no offers.</param>
/// <param name="Work">What the agent is offered or busy with, for example <c>cb-4</c>.</param>
/// <param name="Queue">Key of the queue that the work came from.</param>
/// <param name="Number">The other person's number.</param>
/// <param name="Queues">Keys of the queues the agent is an enabled member of.</param>
/// <param name="Code">Of the status code list: the reason given for the status; null for none.</param>
public sealed record AgentBody(
    string Agent, string Name, AgentStatus Status, DateTime? Since, bool Registered, string? Work, string? Queue, string? Number,
    IReadOnlyList<string> Queues, string? Code)
{
    /// <summary>Of all queues that the configuration or a supervisor names the agent in.</summary>
    public IReadOnlyList<MembershipBody> Memberships { get; init; } = [];
}

/// <param name="At">When this was so.</param>
public sealed record AgentsBody(DateTime At, IReadOnlyList<AgentBody> Items);

/// <param name="Status"><c>logged-out</c>, <c>on-break</c>, <c>available</c> or <c>working-offline</c>. In wrap-up it ends the wrap-up; during a call
/// it takes effect afterwards.</param>
/// <param name="Code">Why: a code of the agents' status code list that is for this status.</param>
public sealed record SetAgentStatusBody(AgentStatus Status, string? Code = null);
