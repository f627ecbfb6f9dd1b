using System.ComponentModel.DataAnnotations;

namespace Rappel.Server.Web.Bodies;

/// <summary>Exactly one of the three.</summary>
/// <param name="Agent">Key of an agent.</param>
/// <param name="Queue">Key of an inbound queue.</param>
/// <param name="Number">As typed: it goes through the dial plan.</param>
public sealed record CallTargetBody(
    [property: MaxLength(ApiLimits.MaximumKey)] string? Agent = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? Queue = null,
    [property: MaxLength(ApiLimits.MaximumNumber)] string? Number = null);
