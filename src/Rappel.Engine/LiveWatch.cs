using Rappel.Core.Calls;

namespace Rappel.Engine;

/// <summary>Somebody who listens to an agent's call, or whose phone rings for that.</summary>
/// <param name="Agent">Key of the agent whose call it is.</param>
/// <param name="Phone">User the watcher's phone is registered as.</param>
/// <param name="Who">The person who asked.</param>
/// <param name="Interaction">Record of the call; null where it has none.</param>
/// <param name="Since">When it was asked for.</param>
/// <param name="AnsweredAt">When the watcher's phone was answered; null while it rings.</param>
public sealed record LiveWatch(
    long Id, string Agent, string AgentName, WatchMode Mode, string Phone, string Who, InteractionId? Interaction, Instant Since, Instant? AnsweredAt);
