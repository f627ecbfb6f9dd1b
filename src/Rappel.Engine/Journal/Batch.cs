using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;

namespace Rappel.Engine.Journal;

/// <summary>What one turn of the engine makes durable, in one transaction: the rows as they are now, and the journal of what happened.</summary>
/// <param name="Number">1, 2, ... within a process's life; comes back as Committed.</param>
public sealed record Batch(long Number, ImmutableArray<StoreRow> Rows)
{
    /// <summary>False where nothing hangs on it: it may wait a little for others to share its flush.</summary>
    public bool IsAwaited { get; init; } = true;

    public bool IsEmpty => Rows.IsDefaultOrEmpty;
}

/// <summary>One row to write. A state row replaces the row with its key; a journal row is added.</summary>
public abstract record StoreRow
{
    /// <summary>Key: tenant and id.</summary>
    public sealed record OfCallback(CallbackRequest Callback) : StoreRow;

    /// <summary>Key: callback and serial.</summary>
    public sealed record OfAttempt(TenantId Tenant, CallbackAttempt Attempt) : StoreRow
    {
        /// <summary>The outbound queue it was made in; null for attempts from before it was kept.</summary>
        public string? Queue { get; init; }
    }

    /// <summary>Key: tenant and id.</summary>
    public sealed record OfOffer(OfferRow Offer) : StoreRow;

    /// <summary>Key: tenant and id.</summary>
    public sealed record OfInteraction(InteractionRow Interaction) : StoreRow;

    /// <summary>Key: tenant and agent.</summary>
    public sealed record OfAgent(AgentRow Agent) : StoreRow;

    /// <summary>Key: tenant, user and contact. Removed where <see cref="BindingRow.Removed"/>.</summary>
    public sealed record OfBinding(BindingRow Binding) : StoreRow;

    /// <summary>Key: tenant and id.</summary>
    public sealed record OfVoicemail(VoicemailRow Voicemail) : StoreRow;

    /// <summary>Key: tenant and id.</summary>
    public sealed record OfRecording(RecordingRow Recording) : StoreRow;

    /// <summary>Key: tenant, kind, queue and agent. Removed where <see cref="MembershipRow.Removed"/>.</summary>
    public sealed record OfMembership(MembershipRow Membership) : StoreRow;

    /// <summary>Key: tenant and interaction.</summary>
    public sealed record OfAfterCall(AfterCallRow AfterCall) : StoreRow;

    /// <summary>Added, never changed.</summary>
    public sealed record OfJournal(JournalRow Entry) : StoreRow;

    /// <summary>Key: tenant, interaction and the moment of entering.</summary>
    public sealed record OfQueueStay(QueueStayRow Stay) : StoreRow;

    /// <summary>Added to what is counted, never changed.</summary>
    public sealed record OfScriptSteps(ScriptStepsRow Steps) : StoreRow;
}

/// <summary>What happened, to what, when, and by whom.</summary>
/// <param name="Subject">For example <c>cb-12</c>, <c>agent-1001</c>, <c>i-7</c>.</param>
/// <param name="Event">A stable word: <c>requested</c>, <c>offered</c>, <c>attempt-ended</c>, ...</param>
/// <param name="Detail">In words or numbers; null for none.</param>
/// <param name="Who">A user, an agent or <c>api</c>; null for the system itself.</param>
public sealed record JournalRow(TenantId Tenant, Instant At, string Subject, string Event, string? Detail, string? Who);

/// <param name="Outcome">Null while it is open.</param>
public sealed record OfferRow(
    TenantId Tenant, OfferId Id, string Agent, string Queue, WorkKind Kind, InteractionId Interaction, CallbackId? Callback,
    Instant At, Instant? EndedAt, OfferOutcome? Outcome)
{
    /// <summary>When agent and customer were connected, or the message began; null where it never came to that.</summary>
    public Instant? TalkedFrom { get; init; }

    /// <summary>When that was over; null before, and where the process died first.</summary>
    public Instant? TalkedUntil { get; init; }
}

public enum InteractionKind
{
    Inbound,
    Callback,
    Voicemail,
    Direct,
}

/// <summary>The reporting record of one call, callback or message.</summary>
/// <param name="Outcome">Stable words, null while open: <c>answered</c>, <c>abandoned</c>, <c>short-abandoned</c>, <c>diverted: callback</c>,
/// <c>diverted: voicemail</c>, <c>diverted: number</c>, <c>diverted: agent</c>, <c>diverted: queue</c>, <c>ended: script</c>, <c>refused: overload</c>, <c>refused: media</c>,
/// <c>interrupted</c>; for a callback its final status.</param>
/// <param name="Caller">The person's number: ANI, or the number rung back; null where withheld.</param>
/// <param name="Dialled">DNIS, or the caller ID shown.</param>
public sealed record InteractionRow(
    TenantId Tenant, InteractionId Id, InteractionKind Kind, InteractionId? Parent, string? Channel, string? Queue, string? Caller, string? Dialled,
    string Language, Instant StartedAt, Instant? QueuedAt, Instant? AnsweredAt, Instant? EndedAt, string? Agent, string? Outcome,
    int? ExpectedWaitTold)
{
    /// <summary>When it was no longer in line: an agent took it, or it went elsewhere. Null while in line, and for one that waited to its end.</summary>
    public Instant? LeftQueueAt { get; init; }

    /// <summary>Seconds within which an answer is in service level, as the queue had it when the caller entered; null where it entered none.</summary>
    public int? LevelThreshold { get; init; }

    /// <summary>Seconds by which the real wait was longer (shorter, where negative) than told: until an agent took the call, or until the
    /// customer's phone first rang. Null where nothing was told or it never came to that.</summary>
    public int? ExpectedWaitError { get; init; }

    /// <summary>The next part of the same call, for whoever has it from here.</summary>
    public InteractionRow Child(InteractionId id, Instant now) => new(
        Tenant, id, InteractionKind.Direct, Id, Channel, Queue, Caller, Dialled, Language, now, null, null, null, null, null, null);

    /// <summary>The wait is over: what was told of it is held against the truth. Only the first time counts.</summary>
    public InteractionRow WithWaitOver(Instant now) =>
        ExpectedWaitTold is { } told && ExpectedWaitError is null && QueuedAt is { } since
            ? this with { ExpectedWaitError = (int)Math.Round((now - since).TotalSeconds) - told }
            : this;
}

/// <summary>What outlives a restart of an agent's state.</summary>
public sealed record AgentRow(TenantId Tenant, string Agent, AgentStatus Status, Instant Since, Instant IdleSince)
{
    /// <summary>The wrap-up that lacks codes and holds the agent; null for none.</summary>
    public HeldWrapUp? Held { get; init; }
}

/// <summary>What a supervisor changed of an agent's membership, in place of what is configured.</summary>
/// <param name="Skill">Null for the configured one.</param>
public sealed record MembershipRow(
    TenantId Tenant, WorkKind Kind, string Queue, string Agent, bool Enabled, int? Skill, string Who, Instant At, bool Removed);

/// <summary>A wrap-up that holds its agent until a code is given, over a restart, too.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Ends">When its time is, or was, up.</param>
/// <param name="Note">What has been noted.</param>
public sealed record HeldWrapUp(
    InteractionId Interaction, CallbackId? Callback, string Queue, WorkKind Kind, Instant Since, Instant Ends, string? Note);

/// <summary>What an agent said about a call, in a row of its own: the interaction's row belongs to the call, which may write it at any moment, and
/// an agent whom a restart found in wrap-up has only this.</summary>
/// <param name="Agent">Key of who said it last.</param>
/// <param name="Codes">Of the queue's list, at most <see cref="AfterCallLimits.Codes"/>.</param>
public sealed record AfterCallRow(
    TenantId Tenant, InteractionId Interaction, string Agent, string Queue, Instant At, ImmutableArray<string> Codes, string? Note);

/// <summary>A phone's registration, kept so that phones are reachable at once after a restart.</summary>
public sealed record BindingRow(
    TenantId Tenant, string User, string Contact, string Transport, string RemoteAddress, int RemotePort, Instant ExpiresAt, string UserAgentName,
    string CallId, long CSeq, bool Removed);

public enum VoicemailStatus
{
    Recording,
    New,
    Heard,
    Closed,
    Failed,
}

/// <param name="File">WAV file, relative to the data folder.</param>
public sealed record VoicemailRow(
    TenantId Tenant, InteractionId Id, InteractionId? Parent, string Queue, string? Caller, string Language, Instant At, TimeSpan Length, string File,
    VoicemailStatus Status, string? Agent)
{
    /// <summary>When it was closed; null while it is open.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Who closed it by hand; null where it was heard on the phone.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>What was said when it was closed or opened again; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>What the engine starts from.</summary>
/// <param name="Callbacks">Those not final.</param>
/// <param name="OpenAttempts">Those without outcome.</param>
/// <param name="OpenOffers">Those without outcome.</param>
/// <param name="OpenInteractions">Those without end. A store may leave out a callback's own record while nobody has answered it: it follows
/// from the request.</param>
public sealed record StoredState(
    ImmutableArray<CallbackRequest> Callbacks,
    ImmutableArray<CallbackAttempt> OpenAttempts,
    ImmutableArray<OfferRow> OpenOffers,
    ImmutableArray<InteractionRow> OpenInteractions,
    ImmutableArray<AgentRow> Agents,
    ImmutableArray<BindingRow> Bindings,
    ImmutableArray<VoicemailRow> OpenVoicemails,
    long LastInteractionId,
    long LastCallbackId,
    long LastOfferId)
{
    /// <summary>Those that were under way.</summary>
    public ImmutableArray<RecordingRow> OpenRecordings { get; init; } = [];

    public long LastRecordingId { get; init; }

    /// <summary>What supervisors changed of memberships.</summary>
    public ImmutableArray<MembershipRow> Memberships { get; init; } = [];

    public static readonly StoredState Empty = new([], [], [], [], [], [], [], 0, 0, 0);
}
