using Rappel.Core.Calls;

namespace Rappel.Engine.Desk.Live;

/// <summary>What an agent is asked to take.</summary>
/// <param name="Id">For example <c>o-17</c>.</param>
/// <param name="Queue">Key of the queue that it comes from; null where it comes from a person.</param>
/// <param name="Subject">The customer, or whoever calls.</param>
/// <param name="Deadline">When it ends by itself.</param>
/// <param name="Ringing">False while the agent is only reserved: a customer is being called first.</param>
/// <param name="MayReject">Whether a rejection counts as one; where false it counts as no answer.</param>
public sealed record LiveOffer(
    string Id, LiveCallKind Kind, InteractionId Interaction, CallbackId? Callback, string? Queue, LiveSubject Subject, Instant At, Instant Deadline,
    bool Ringing, bool MayReject);
