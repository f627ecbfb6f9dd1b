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
