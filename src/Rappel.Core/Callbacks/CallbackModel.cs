using System.Collections.Immutable;
using Rappel.Core.Calls;
using Rappel.Core.Config;

namespace Rappel.Core.Callbacks;

/// <summary>Where a request stands. The last six are final.</summary>
public enum CallbackStatus : byte
{
    Waiting,
    Offering,
    Dialling,
    Connected,
    Delayed,
    Completed,
    Exhausted,
    Expired,
    Cancelled,
    Served,
    BadNumber,
}

/// <summary>How one attempt ended. Each its own word in records and reports.</summary>
public enum AttemptOutcome : byte
{
    /// <summary>The customer answered and was bridged to the agent.</summary>
    Connected,

    /// <summary>Fails the attempt, unless the terms say that an agent's no-answer uses none.</summary>
    AgentDidNotAnswer,

    /// <summary>486, 600, Q.850 cause 17. Fails the attempt.</summary>
    Busy,

    /// <summary>408, 480, our ring time up, Q.850 causes 18 and 19. Fails the attempt.</summary>
    RingNoAnswer,

    /// <summary>404, 410, 484, 604. Ends the request.</summary>
    BadNumber,

    /// <summary>603, 607, 608. Fails the attempt.</summary>
    RefusedByCustomer,

    /// <summary>A machine answered. Uses an attempt or not by <see cref="MachineAction"/>.</summary>
    AnsweringMachine,

    /// <summary>A machine answered and our message was left with it. Uses an attempt.</summary>
    MessageLeft,

    /// <summary>Customer first: a person answered and did not press the key to be connected. Uses an attempt.</summary>
    NotConfirmed,

    /// <summary>5xx, no route, transport timeout. No attempt used, bounded by <see cref="CallbackLimits.TrunkFailures"/>.</summary>
    TrunkFailure,

    /// <summary>The process died while the customer was rung. Attempt used.</summary>
    InterruptedByRestart,

    /// <summary>The customer answered and hung up before the bridge.</summary>
    CustomerHungUp,

    /// <summary>The agent hung up after accepting, before the customer answered. Uses an attempt only where the customer was being rung.</summary>
    AgentHungUp,

    /// <summary>The request was cancelled, served or expired while the agent was being offered it. No attempt used.</summary>
    Withdrawn,

    /// <summary>A fault of ours broke it off. Uses an attempt only where the customer was being rung.</summary>
    Fault,

    /// <summary>The customer was reached, and the agent decided that they are called again. No attempt used: what is promised anew has all that was left.</summary>
    CallAgain,
}

/// <summary>Where a request came from.</summary>
public enum CallbackOrigin : byte
{
    Script,
    Api,
    Agent,
    Widget,
}

/// <summary>One request, as it is now. Immutable: a change gives a new one with a higher <see cref="Revision"/>.</summary>
/// <param name="Number">What is dialled: E.164 or extension, through the dial plan already.</param>
/// <param name="Place">When the caller entered the inbound queue. Never changes by retry.</param>
/// <param name="RequestedAt">When it was accepted.</param>
/// <param name="ExpiresAt">From then on no offer and no attempt begins.</param>
/// <param name="AttemptsUsed">0 to <see cref="CallbackTerms.Attempts"/>.</param>
/// <param name="CurrentAttempt">Serial number of the attempt under way (1, 2, ... counting also those that use none), or null.</param>
/// <param name="DueAt">While delayed: when it is back in its place.</param>
/// <param name="TrunkFailures">In a row.</param>
/// <param name="CallerId">The number shown to the customer, E.164.</param>
/// <param name="InboundQueue">Where the caller waited; null for a request from the API.</param>
/// <param name="Interaction">The callback's own interaction.</param>
/// <param name="Parent">The inbound interaction it came from.</param>
public sealed record CallbackRequest(
    CallbackId Id,
    TenantId Tenant,
    long Revision,
    CallbackStatus Status,
    CallbackTerms Terms,
    string Number,
    string? Trunk,
    string? TimeZone,
    string CallerId,
    string Language,
    string? CustomerName,
    string? InboundQueue,
    CallbackOrigin Origin,
    InteractionId Interaction,
    InteractionId? Parent,
    Instant Place,
    Instant RequestedAt,
    Instant ExpiresAt,
    Instant? DueAt,
    int AttemptsUsed,
    int AttemptsBegun,
    int? CurrentAttempt,
    int TrunkFailures,
    string? Agent,
    AttemptOutcome? LastOutcome,
    Instant? EndedAt,
    string? EndReason,
    ImmutableDictionary<string, string> Variables)
{
    /// <summary>In place of a moment or an id that is absent.</summary>
    private const long Nothing = long.MinValue;

    // Ticks and numbers, because there may be a million of these: as instants that may be absent they would take three times as much.
    private readonly long place = Place.UtcTicks;
    private readonly long requestedAt = RequestedAt.UtcTicks;
    private readonly long expiresAt = ExpiresAt.UtcTicks;
    private readonly long dueAt = Ticks(DueAt);
    private readonly long endedAt = Ticks(EndedAt);
    private readonly long parent = Parent?.Value ?? Nothing;

    public InteractionId? Parent
    {
        get => parent == Nothing ? null : new InteractionId(parent);
        init => parent = value?.Value ?? Nothing;
    }

    public Instant Place
    {
        get => new(place, TimeSpan.Zero);
        init => place = value.UtcTicks;
    }

    public Instant RequestedAt
    {
        get => new(requestedAt, TimeSpan.Zero);
        init => requestedAt = value.UtcTicks;
    }

    public Instant ExpiresAt
    {
        get => new(expiresAt, TimeSpan.Zero);
        init => expiresAt = value.UtcTicks;
    }

    public Instant? DueAt
    {
        get => Moment(dueAt);
        init => dueAt = Ticks(value);
    }

    public Instant? EndedAt
    {
        get => Moment(endedAt);
        init => endedAt = Ticks(value);
    }

    /// <summary>True in a final status: nothing more happens.</summary>
    public bool IsFinal => Status >= CallbackStatus.Completed;

    /// <summary>What people and programs have decided about it by hand; null for most requests.</summary>
    public CallbackHandling? Handling { get; init; }

    /// <summary>Machines that answered and used no attempt, in all.</summary>
    public int MachinesMet { get; init; }

    /// <summary>Seconds of waiting the customer was told to expect when the request was made; null where nothing was told.</summary>
    public int? ToldWait { get; init; }

    /// <summary>Seconds by which the customer's phone first rang later (earlier, where negative) than was told; null before, and where
    /// nothing was told.</summary>
    public int? PromiseError { get; init; }

    /// <summary>What it is ordered by: the caller's own place, unless a supervisor moved it.</summary>
    public Instant LinePlace => Handling?.MovedTo ?? Place;

    /// <summary>Agent and customer have hung up, and the agent may still decide what came of it: still connected, in the book's sense.</summary>
    public bool IsTalkOver => Handling?.TalkEndedAt is not null;

    /// <summary>Where people hold it back it is not in line, whatever its status; expiry goes on.</summary>
    public bool IsHeld => Handling?.HeldBecause is not null;

    private static long Ticks(Instant? moment) => moment?.UtcTicks ?? Nothing;

    private static Instant? Moment(long ticks) => ticks == Nothing ? null : new Instant(ticks, TimeSpan.Zero);
}

/// <summary>One try of a callback. Ends in exactly one outcome; <see cref="Outcome"/> is null until then.</summary>
/// <param name="Serial">1, 2, ... within the request.</param>
/// <param name="Number">What the agent is shown: "essai <paramref name="Number"/>/m"; counts only attempts that use one.</param>
/// <param name="RungAt">When the customer's phone was asked to ring (the INVITE left); null before.</param>
/// <param name="UsesAttempt">Whether it counted; set with the outcome.</param>
public sealed record CallbackAttempt(
    CallbackId Callback, int Serial, int Number, string? Agent, Instant BegunAt, Instant? RungAt, Instant? AnsweredAt, Instant? EndedAt,
    AttemptOutcome? Outcome, bool UsesAttempt, int? SipStatus);

/// <summary>Bounds of the callback book that no administrator sets.</summary>
public static class CallbackLimits
{
    public const int MinimumAttempts = 1;
    public const int MaximumAttempts = 10;
    public static readonly TimeSpan MinimumRetryDelay = TimeSpan.FromSeconds(40);
    public static readonly TimeSpan MaximumRetryDelay = TimeSpan.FromMinutes(90);
    public static readonly TimeSpan MinimumCancelAfter = TimeSpan.FromSeconds(120);
    public static readonly TimeSpan MaximumCancelAfter = TimeSpan.FromHours(72);
    public static readonly TimeSpan MinimumRingTime = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan MaximumRingTime = TimeSpan.FromSeconds(120);
    public static readonly TimeSpan DefaultRingTime = TimeSpan.FromSeconds(30);

    /// <summary>Trunk failures in a row after which one more counts as a used attempt.</summary>
    public const int TrunkFailures = 10;

    /// <summary>Requests that expire, or come back from a delay, in one turn; the rest follow after <see cref="DuePause"/>.</summary>
    public const int DueAtOnce = 500;

    public static readonly TimeSpan DuePause = TimeSpan.FromMilliseconds(50);

    /// <summary>Requests that come into line or leave it in one turn when hours change; the rest follow after <see cref="MovePause"/>.</summary>
    public const int MovesAtOnce = 1000;

    public static readonly TimeSpan MovePause = TimeSpan.FromMilliseconds(10);

    /// <summary>First wait after a trunk failure; doubles up to <see cref="TrunkBackOffMaximum"/>.</summary>
    public static readonly TimeSpan TrunkBackOff = TimeSpan.FromSeconds(15);

    public static readonly TimeSpan TrunkBackOffMaximum = TimeSpan.FromMinutes(5);

    /// <summary>Machines met that use no attempt, in all; from then on each uses one.</summary>
    public const int MachinesMet = 10;

    /// <summary>How far ahead a window may begin.</summary>
    public static readonly TimeSpan WindowAhead = TimeSpan.FromDays(30);

    /// <summary>What a window leaves to call in, at least: as much as the shortest cancel-after time.</summary>
    public static readonly TimeSpan MinimumWindow = MinimumCancelAfter;

    public static readonly TimeSpan MaximumWindow = MaximumCancelAfter;

    /// <summary>Of one request.</summary>
    public const int Notes = 20;

    /// <summary>Characters of one note.</summary>
    public const int NoteLength = 500;
}
