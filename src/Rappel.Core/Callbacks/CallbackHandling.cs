using System.Collections.Immutable;

namespace Rappel.Core.Callbacks;

/// <summary>What people and programs have decided about one request. Every change is in the journal with who, when and why.</summary>
/// <param name="Window">The time the customer asked to be called in; null for as soon as possible.</param>
/// <param name="MovedTo">The place a supervisor gave it; null for its own.</param>
/// <param name="AssignedAgent">Key of the only agent it is offered to; null for any.</param>
/// <param name="HeldBecause">Why it waits for a person: one of <see cref="CallbackHold"/>; null where it is not held.</param>
public sealed record CallbackHandling(
    CallbackWindow? Window, Instant? MovedTo, string? AssignedAgent, ImmutableArray<CallbackNote> Notes, string? HeldBecause)
{
    public static readonly CallbackHandling None = new(null, null, null, [], null);
}

/// <summary>No offer and no attempt begins before <paramref name="From"/>, nor at or after <paramref name="Until"/>.</summary>
public sealed record CallbackWindow(Instant From, Instant Until);

/// <summary>Said about a request by whoever handles it; the agent who gets it is shown it.</summary>
public sealed record CallbackNote(Instant At, string Who, string Text);
