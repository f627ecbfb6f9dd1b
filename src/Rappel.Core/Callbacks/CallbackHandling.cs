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

    /// <summary>When the conversation was over, while the agent's wrap-up is not; null at any other time.</summary>
    public Instant? TalkEndedAt { get; init; }

    /// <summary>What the agent says came of the conversation, until that is settled; null where it went as it should.</summary>
    public CallbackDecision? Decision { get; init; }
}

/// <summary>What only the agent who had the customer's call can know. It may be changed until it is settled, at the end of the wrap-up.</summary>
/// <param name="At">To be called again from then on; null for as soon as possible, and for the other outcomes.</param>
/// <param name="Number">To be called again at this number; null for the same.</param>
/// <param name="Who">Who decided it, for the journal.</param>
public sealed record CallbackDecision(DecidedOutcome Outcome, Instant? At, DialledNumber? Number, string Who, string? Why);

/// <summary>A number that went through the dial plan.</summary>
public sealed record DialledNumber(string Number, string? Trunk, string? TimeZone);

/// <summary>What became of a callback although the line was answered.</summary>
public enum DecidedOutcome : byte
{
    /// <summary>A machine or a mailbox answered: the attempt ends as one that met a machine.</summary>
    VoicemailReached,

    /// <summary>Somebody else answered, who does not know the customer: nobody is rung there again.</summary>
    WrongNumber,

    /// <summary>The customer is called again, at a time or as soon as possible.</summary>
    CallAgain,
}

/// <summary>No offer and no attempt begins before <paramref name="From"/>, nor at or after <paramref name="Until"/>.</summary>
public sealed record CallbackWindow(Instant From, Instant Until);

/// <summary>Said about a request by whoever handles it; the agent who gets it is shown it.</summary>
public sealed record CallbackNote(Instant At, string Who, string Text);
