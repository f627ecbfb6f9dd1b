using Rappel.Engine.Desk.Live;

namespace Rappel.Server.Web.Bodies;

/// <summary>What an agent is asked to take.</summary>
/// <param name="Id">For example <c>o-17</c>.</param>
/// <param name="Callback">Where it is one.</param>
/// <param name="Queue">Key of the queue that it comes from; null where it comes from a person.</param>
/// <param name="Number">The other person's; null where withheld.</param>
/// <param name="Name">The other person's; null where unknown.</param>
/// <param name="Deadline">When it ends by itself.</param>
/// <param name="Seconds">From its beginning to then.</param>
/// <param name="Ringing">False while the agent is only reserved: a customer is being called first.</param>
/// <param name="MayReject">Where false a rejection counts as no answer.</param>
public sealed record WorkOfferBody(
    string Id, LiveCallKind Kind, string Interaction, string? Callback, string? Queue, string? QueueName, string? Number, string? Name,
    string? Language, DateTime At, DateTime Deadline, int Seconds, bool Ringing, bool MayReject)
{
    /// <param name="queueName">Gives a queue's name by its key.</param>
    public static WorkOfferBody? Of(LiveOffer? offer, Func<string?, string?> queueName) => offer is null ? null : new(
        offer.Id, offer.Kind, offer.Interaction.ToString(), offer.Callback?.ToString(), offer.Queue, queueName(offer.Queue), offer.Subject.Number,
        offer.Subject.Name, offer.Subject.Language, offer.At.UtcDateTime, offer.Deadline.UtcDateTime,
        (int)Math.Round((offer.Deadline - offer.At).TotalSeconds), offer.Ringing, offer.MayReject);
}
