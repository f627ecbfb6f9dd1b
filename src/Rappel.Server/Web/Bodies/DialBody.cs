using System.ComponentModel.DataAnnotations;

namespace Rappel.Server.Web.Bodies;

/// <summary>Exactly one of the two.</summary>
/// <param name="Number">As typed: it goes through the dial plan.</param>
/// <param name="Agent">Key of a colleague.</param>
public sealed record DialBody(
    [property: MaxLength(ApiLimits.MaximumNumber)] string? Number = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? Agent = null);
