using System.ComponentModel.DataAnnotations;
using Rappel.Core.Config;

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
/// <param name="Variables">Kept with the request, and shown to the agent.</param>
/// <param name="From">When the customer wants to be called at the earliest; with <c>until</c>. Default: as soon as possible.</param>
/// <param name="Until">When at the latest: in place of <c>cancelAfterSeconds</c>. At least 2 minutes and at most 72 hours after <c>from</c>.</param>
/// <param name="Note">What the agent should know.</param>
/// <param name="AssignedAgent">Key of the only agent it is offered to. Default: any.</param>
/// <param name="AskedBy">Key of the agent who asks for it, if an agent does: the journal names them.</param>
/// <param name="RungFirst">Who is rung first. Default: the agent.</param>
/// <param name="OnMachine">What is done where a machine answers; only where the customer is rung first.</param>
/// <param name="Duplicates">What it does to an open request of the same number and queue.</param>
/// <param name="Announcement">Key of the prompt that a customer rung first hears on answering. Default: the built-in announcement.</param>
/// <param name="MachineMessage">Key of the prompt left with a machine. Default: the built-in message.</param>
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
    IReadOnlyDictionary<string, string>? Variables = null,
    DateTime? From = null,
    DateTime? Until = null,
    [property: MaxLength(ApiLimits.MaximumNote)] string? Note = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? AssignedAgent = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? AskedBy = null,
    RungFirst? RungFirst = null,
    MachineAction? OnMachine = null,
    DuplicateChoice? Duplicates = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? Announcement = null,
    [property: MaxLength(ApiLimits.MaximumKey)] string? MachineMessage = null);
