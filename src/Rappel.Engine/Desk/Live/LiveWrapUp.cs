using Rappel.Core.Calls;

namespace Rappel.Engine.Desk.Live;

/// <summary>The time after a call.</summary>
/// <param name="Interaction">What it is for; null after a restart.</param>
/// <param name="Deadline">When it ends by itself; null where it waits for the agent.</param>
public sealed record LiveWrapUp(InteractionId? Interaction, CallbackId? Callback, string? Queue, Instant Since, Instant? Deadline);
