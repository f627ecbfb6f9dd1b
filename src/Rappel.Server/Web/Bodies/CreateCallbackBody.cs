using System.ComponentModel.DataAnnotations;

namespace Rappel.Server.Web.Bodies;

/// <summary>A callback to ask for.</summary>
/// <param name="Number">As typed: it goes through the dial plan.</param>
/// <param name="Queue">Key of an outbound queue. Default: the only one.</param>
/// <param name="Attempts">1 to 10. Default 3.</param>
/// <param name="RetryDelaySeconds">40 seconds to 90 minutes. Default 300.</param>
/// <param name="CancelAfterSeconds">120 seconds to 72 hours, from now. Default 14400 (4 hours).</param>
/// <param name="RingTimeSeconds">How long the customer's phone rings, 5 to 120. Default 30.</param>
/// <param name="AgentNoAnswerUsesAttempt">Default true.</param>
/// <param name="CallerIdChannel">Key of the enabled channel whose number is shown. Default: the first, by key, in the language; else the first.</param>
/// <param name="DialPlan">Key of a dial plan. Default: the only one.</param>
/// <param name="Language"><c>en</c> or <c>fr</c>. Default: the configuration's.</param>
/// <param name="Name">The customer's, shown to the agent.</param>
/// <param name="Variables">Kept with the request.</param>
public sealed record CreateCallbackBody(
    [property: Required, MaxLength(ApiLimits.MaximumNumber)] string Number,
    [property: MaxLength(ApiLimits.MaximumKey)] string? Queue = null,
    [property: Range(1, 10)] int? Attempts = null,
    [property: Range(40, 5400)] int? RetryDelaySeconds = null,
    [property: Range(120, 259200)] int? CancelAfterSeconds = null,
    [property: Range(5, 120)] int? RingTimeSeconds = null,
    bool? AgentNoAnswerUsesAttempt = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? CallerIdChannel = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? DialPlan = null,
    string? Language = null,
    [property: MaxLength(ApiLimits.MaximumName)] string? Name = null,
    IReadOnlyDictionary<string, string>? Variables = null);

/// <param name="Reason">Kept in the journal.</param>
public sealed record CancelCallbackBody([property: Required, MaxLength(ApiLimits.MaximumReason)] string Reason);
