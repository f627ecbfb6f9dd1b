using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Engine;

/// <summary>
/// What people and programs do by hand to an open callback request. Each is answered once what it did is on disk, with the request as it
/// is then; the journal keeps who, when and why. Any of them is refused with <c>not-open</c> for a request that is unknown or final, and with
/// <c>connected</c> or <c>not-in-state</c> where a customer who rings or talks would be disturbed.
/// </summary>
/// <param name="Who">A person, a program or an agent, for the journal.</param>
/// <param name="Why">In words.</param>
public abstract record CallbackCommand(CallbackId Callback, string Who, string Why) : EngineCommand
{
    /// <summary>To another place among the pending requests of its queue. Refused with <c>bad-position</c>, <c>bad-place</c>,
    /// <c>not-in-line</c> (the other request is not pending in this queue) or <c>no-room</c> (nothing fits between two places).</summary>
    public sealed record Move(CallbackId Callback, CallbackMove To, string Who, string Why) : CallbackCommand(Callback, Who, Why);

    /// <summary>Ends the delay between attempts, the waiting for a window, and a hold.</summary>
    public sealed record RetryNow(CallbackId Callback, string Who, string Why) : CallbackCommand(Callback, Who, Why);

    /// <summary>Refused with <c>bad-window</c>.</summary>
    public sealed record Reschedule(CallbackId Callback, CallbackWindow Window, string Who, string Why) : CallbackCommand(Callback, Who, Why);

    /// <summary>Refused with <c>refused-number</c> (and the dial plan's reason), <c>unknown-dial-plan</c> or <c>already-pending</c>.</summary>
    /// <param name="Number">As typed: it goes through the request's dial plan.</param>
    public sealed record ChangeNumber(CallbackId Callback, string Number, string Who, string Why) : CallbackCommand(Callback, Who, Why);

    /// <summary>Only this agent is offered it; null for any again. Refused with <c>unknown-agent</c>.</summary>
    public sealed record Assign(CallbackId Callback, string? Agent, string Who, string Why) : CallbackCommand(Callback, Who, Why);

    /// <summary>To another outbound queue, with place, attempts and expiry. Refused with <c>unknown-queue</c>, <c>same-queue</c>,
    /// <c>already-pending</c> or <c>pending-cap</c>.</summary>
    public sealed record Transfer(CallbackId Callback, string Queue, string Who, string Why) : CallbackCommand(Callback, Who, Why);

    /// <summary>Out of line until released; expiry goes on.</summary>
    public sealed record Hold(CallbackId Callback, string Who, string Why) : CallbackCommand(Callback, Who, Why);

    /// <summary>Ends a hold. Refused with <c>on-the-line</c> where the customer talks to us now, and <c>not-in-state</c> where it is not held.</summary>
    public sealed record Release(CallbackId Callback, string Who, string Why) : CallbackCommand(Callback, Who, Why);

    /// <summary>Refused with <c>too-many-notes</c>.</summary>
    public sealed record AddNote(CallbackId Callback, string Text, string Who) : CallbackCommand(Callback, Who, Text);

    /// <summary>Ended for good by the agent who is offered it or whose attempt it is. Refused with <c>not-permitted</c> where the queue does not
    /// allow it, or where it is not this agent's.</summary>
    public sealed record Dismiss(CallbackId Callback, string Agent, string Why) : CallbackCommand(Callback, Agent, Why);
}

/// <summary>Where to, among the pending requests of a queue. Those for a later window are not counted: they are not in line yet.</summary>
public abstract record CallbackMove
{
    /// <summary>Ahead of all other callbacks.</summary>
    public sealed record First : CallbackMove;

    /// <summary>Behind all that wait now, callers too.</summary>
    public sealed record Last : CallbackMove;

    /// <param name="Position">1 for the first; at most one more than there are others.</param>
    public sealed record ToPosition(int Position) : CallbackMove;

    public sealed record Before(CallbackId Other) : CallbackMove;

    public sealed record After(CallbackId Other) : CallbackMove;

    /// <summary>As if its caller had entered the queue then: against callers too. Not ahead of the clock, nor before the longest a
    /// request may live.</summary>
    public sealed record ToPlace(Instant Place) : CallbackMove;
}
