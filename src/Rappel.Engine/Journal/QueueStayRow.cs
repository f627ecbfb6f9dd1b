using Rappel.Core.Calls;

namespace Rappel.Engine.Journal;

/// <summary>A caller's stay in a queue that a later one followed. The last stay of an interaction is told by the interaction itself.</summary>
/// <param name="Channel">Key of the channel that was called; null where none was.</param>
public sealed record QueueStayRow(TenantId Tenant, InteractionId Interaction, string Queue, string? Channel, Instant EnteredAt, Instant LeftAt);
