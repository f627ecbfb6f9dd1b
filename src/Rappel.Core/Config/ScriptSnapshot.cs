using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>A tree of objects run for each call.</summary>
public sealed record ScriptSnapshot(
    string Key,
    string Name,
    ImmutableArray<ScriptObject> Main,
    ImmutableArray<ScriptObject> InQueue);

/// <summary>What is said: a prompt by key, or text per language, with <c>$variables</c>. Exactly one of the two is set.</summary>
/// <param name="Text">Text by language. A language that is missing falls back to the tenant's default language.</param>
public sealed record Utterance(string? Prompt, ImmutableDictionary<string, string>? Text);

/// <summary>
/// One object of a script. Exits hold sequences; a sequence that ends goes on after the object that holds it is NOT implied: an
/// exit that runs out has reached an empty exit and hangs up (in <c>main</c>) or goes back to waiting (in <c>inQueue</c>).
/// Objects that have only <c>next</c> are followed by the next object of their own sequence; that is their <c>next</c> exit.
/// </summary>
/// <param name="Path">Where it stands in the configuration, for example <c>scripts/nurse-line/inQueue/0/exits/3/1</c>.</param>
/// <param name="Protected">While it runs an agent who becomes free passes this caller over; the place is kept.</param>
public abstract record ScriptObject(string Path, bool Protected);

/// <summary>Exits <c>open</c>, <c>closed</c>, <c>#1</c>..<c>#6</c>.</summary>
public sealed record ScheduleObject(string Path, bool Protected, string Schedule, ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits)
    : ScriptObject(Path, Protected);

/// <summary>Play and Say are one: Play names a prompt, Say gives text.</summary>
/// <param name="Language">Null for the call's.</param>
public sealed record SayObject(string Path, bool Protected, ImmutableArray<Utterance> Utterances, string? Language, bool Interruptible)
    : ScriptObject(Path, Protected);

/// <summary>Exits <c>0</c>-<c>9</c>, <c>*</c>, <c>#</c>, <c>no-input</c>, <c>invalid</c>. A key without an exit is invalid.</summary>
public sealed record GetDigitObject(
    string Path, bool Protected, ImmutableArray<Utterance> Prompt, TimeSpan Timeout, int Tries, bool TypeAhead,
    ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>Exits <c>ok</c>, <c>no-input</c>, <c>invalid</c>.</summary>
/// <param name="Data"><c>customer.phoneNumber</c>, <c>customer.accountNumber</c>, <c>case.number</c>, or a variable (<c>$name</c>).</param>
/// <param name="Terminator"><c>#</c>, <c>*</c> or null for none.</param>
/// <param name="DialPlan">For phone numbers: what is typed must be dialable by it, or it is asked for again.</param>
public sealed record GetValueObject(
    string Path, bool Protected, ImmutableArray<Utterance> Prompt, string Data, int MinimumDigits, int MaximumDigits, char? Terminator,
    TimeSpan FirstDigitTimeout, TimeSpan BetweenDigitTimeout, int Tries, bool TypeAhead, string? DialPlan,
    ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <param name="Name">Without the dollar sign.</param>
/// <param name="Expression">Text with <c>$variables</c>; <c>$a + 1</c> and <c>$a - 1</c> on whole numbers.</param>
public sealed record SetVariableObject(string Path, bool Protected, string Name, string Expression) : ScriptObject(Path, Protected);

public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    IsEmpty,
    StartsWith,
}

/// <summary>Exits <c>true</c>, <c>false</c>.</summary>
public sealed record TestVariableObject(
    string Path, bool Protected, string Name, Comparison Comparison, string Value,
    ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>True where any of the conditions that are set holds. Exits <c>true</c>, <c>false</c>.</summary>
public sealed record TestQueueObject(
    string Path, bool Protected, string Queue, bool NoAgentLoggedIn, bool NoAgentFree, int? CallsAhead, TimeSpan? WaitingLonger,
    TimeSpan? ExpectedWaitOver, bool CallbackCapReached, TimeSpan? ClosingWithin,
    ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <param name="Name">Letters and digits, at most 21 characters, unique in a script.</param>
public sealed record LabelObject(string Path, bool Protected, string Name) : ScriptObject(Path, Protected);

public sealed record GotoObject(string Path, bool Protected, string Label) : ScriptObject(Path, Protected);

/// <summary>Seconds of music; only in <c>inQueue</c>.</summary>
public sealed record WaitObject(string Path, bool Protected, TimeSpan Duration) : ScriptObject(Path, Protected);

/// <summary>Repeats its objects while waiting; only in <c>inQueue</c>.</summary>
public sealed record LoopObject(string Path, bool Protected, ImmutableArray<ScriptObject> Body) : ScriptObject(Path, Protected);

/// <summary>Exits <c>overload</c>, <c>timed-out</c>, <c>left</c>.</summary>
public sealed record ForwardToQueueObject(
    string Path, bool Protected, string Queue, ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>Exits <c>busy</c>, <c>no-answer</c>, <c>failed</c>.</summary>
/// <param name="DialPlan">Null: the number is dialled as it is.</param>
public sealed record ForwardToNumberObject(
    string Path, bool Protected, string Number, string? DialPlan, TimeSpan RingTime,
    ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>Exits <c>busy</c>, <c>no-answer</c>, <c>failed</c>.</summary>
public sealed record ForwardToAgentObject(
    string Path, bool Protected, string Agent, TimeSpan RingTime,
    ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>Exit <c>failed</c>. The call ends when the message has been taken.</summary>
public sealed record ForwardToVoicemailObject(
    string Path, bool Protected, string Queue, ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>Goes on in another script, for good: in its <c>inQueue</c> where the caller waits (the place is kept), else in its
/// <c>main</c>. Exit <c>failed</c>: the call has changed scripts too often.</summary>
public sealed record ForwardToScriptObject(
    string Path, bool Protected, string Script, ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>Looks the caller's number up, in the lists in their order and then on the web. What is found fills <c>$contactName</c> and the
/// contact's own variables. Exits <c>found</c>, <c>not-found</c>.</summary>
/// <param name="Lists">Keys of contact lists.</param>
/// <param name="Lookup">Asked where no list has the number; null for lists alone.</param>
public sealed record CheckNumberObject(
    string Path, bool Protected, ImmutableArray<string> Lists, WebCall? Lookup,
    ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>Exits <c>ok</c>, <c>failed</c>.</summary>
public sealed record WebRequestObject(
    string Path, bool Protected, WebCall Call, ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

public sealed record SetLanguageObject(string Path, bool Protected, string Language) : ScriptObject(Path, Protected);

public sealed record HangUpObject(string Path, bool Protected) : ScriptObject(Path, Protected);

/// <summary>Takes the caller out of the queue and promises to ring back. Exits <c>requested</c>, <c>already-pending</c>, <c>refused</c>.</summary>
public sealed record CallbackObject(
    string Path, bool Protected, CallbackTerms Terms, ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits)
    : ScriptObject(Path, Protected);

/// <summary>Looks for an open request of this caller: of the number typed, else of the one they ring from. What the others say of a
/// pending callback is of the one found. Exits <c>pending</c>, <c>none</c>.</summary>
/// <param name="Queue">Key of the only outbound queue to look in; null looks in all, by key.</param>
public sealed record CheckCallbackObject(
    string Path, bool Protected, string? Queue, ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits) : ScriptObject(Path, Protected);

/// <summary>Changes the request that Check callback found. Exits <c>done</c>, <c>failed</c>. To keep it is to do nothing.</summary>
public sealed record ChangeCallbackObject(
    string Path, bool Protected, CallbackChange Action, ImmutableDictionary<string, ImmutableArray<ScriptObject>> Exits)
    : ScriptObject(Path, Protected);

/// <summary>What a caller who rings again may do with the pending request.</summary>
public enum CallbackChange
{
    /// <summary>Nobody rings them.</summary>
    Cancel,

    /// <summary>They are rung at the number just captured. The place is kept.</summary>
    ChangeNumber,

    /// <summary>They wait on the line at the place that the request holds: in the queue they wait in, or in the next they enter.</summary>
    TakePlace,
}

/// <summary>What a Callback object promises.</summary>
/// <param name="Queue">Key of an outbound queue.</param>
/// <param name="CallerIdChannel">Key of the enabled channel whose number is shown; null is <c>[current channel]</c>, the default.</param>
/// <param name="Attempts">1-10.</param>
/// <param name="RetryDelay">40 s to 90 min.</param>
/// <param name="CancelAfter">120 s to 72 h, from the request.</param>
/// <param name="RingTime">Of the customer's leg, 5-120 s.</param>
/// <param name="AgentNoAnswerUsesAttempt">Default true.</param>
public sealed record CallbackTerms(
    string Queue, string? CallerIdChannel, string DialPlan, int Attempts, TimeSpan RetryDelay, TimeSpan CancelAfter, TimeSpan RingTime,
    bool AgentNoAnswerUsesAttempt)
{
    /// <summary>Who is rung first. Default: the agent.</summary>
    public RungFirst RungFirst { get; init; }

    /// <summary>What becomes of an attempt that an answering machine took; only where the customer is rung first.</summary>
    public MachineAction OnMachine { get; init; }

    /// <summary>What a second request for the same number and queue does to the first, which keeps its place in any case.</summary>
    public DuplicateChoice Duplicates { get; init; }

    /// <summary>Prompt key of what a customer rung first hears on answering; null for the built-in announcement.</summary>
    public string? Announcement { get; init; }

    /// <summary>Prompt key of the message left with a machine; null for the built-in one.</summary>
    public string? MachineMessage { get; init; }
}

/// <summary>Who is rung first for a callback.</summary>
public enum RungFirst
{
    /// <summary>An agent is offered the callback, and the customer is dialled once it is accepted.</summary>
    Agent,

    /// <summary>An agent is reserved, the customer is dialled, and the agent is rung once the customer has pressed 1.</summary>
    Customer,
}

/// <summary>What is done where a machine answers.</summary>
public enum MachineAction
{
    /// <summary>Hang up and try again after the retry delay; no attempt used, bounded by a named limit.</summary>
    TryLater,

    /// <summary>Leave the message after the greeting. The attempt is used.</summary>
    LeaveMessage,

    /// <summary>Hang up. The attempt is used.</summary>
    CountAsAttempt,
}

/// <summary>What a second request does to the one that is open.</summary>
public enum DuplicateChoice
{
    /// <summary>Nothing.</summary>
    Keep,

    /// <summary>Its cancel-after time begins anew, and it takes the second's language and variables.</summary>
    Renew,
}
