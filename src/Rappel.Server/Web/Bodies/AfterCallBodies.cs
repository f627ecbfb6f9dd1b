using System.ComponentModel.DataAnnotations;
using Rappel.Engine;

namespace Rappel.Server.Web.Bodies;

/// <summary>What is said about the call an agent has, or has just had. What is left out stays as it is.</summary>
/// <param name="Codes">All of them, in place of those given before: of the queue's list, none twice.</param>
/// <param name="Note">In place of the one before; empty takes it back.</param>
/// <param name="Finish">The agent is done, and the next status begins. Refused with <c>codes-missing</c> where the queue wants a code.</param>
/// <param name="ExtendSeconds">So much longer, an hour in all at most.</param>
public sealed record SayAfterCallBody(
    [property: MaxLength(AfterCallLimits.Codes)] IReadOnlyList<string>? Codes = null, [property: MaxLength(AfterCallLimits.NoteLength)] string? Note = null,
    bool Finish = false, [property: Range(1, 3600)] int? ExtendSeconds = null);

/// <summary>What came of a callback whose line was answered.</summary>
/// <param name="Outcome"><c>voicemail-reached</c>, <c>wrong-number</c>, <c>call-again</c>, or <c>completed</c>, which takes back what was decided.</param>
/// <param name="At">With <c>call-again</c>: from when on; left out for as soon as possible.</param>
/// <param name="Number">With <c>call-again</c>: at this number, which goes through the dial plan.</param>
/// <param name="Why">Kept in the journal.</param>
public sealed record DecideOutcomeBody(
    [property: Required] string Outcome, DateTime? At = null, [property: MaxLength(ApiLimits.MaximumNumber)] string? Number = null,
    [property: MaxLength(ApiLimits.MaximumReason)] string? Why = null);
