using Rappel.Core.Calls;

namespace Rappel.Engine.Desk;

/// <summary>What an agent had last: what the wrap-up is for.</summary>
internal sealed record FinishedWork(InteractionId Interaction, CallbackId? Callback, string? Queue);
