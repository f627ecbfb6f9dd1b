using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>Names of the exits each kind of script object has.</summary>
public static class ScriptExits
{
    public const string NoInput = "no-input";
    public const string Invalid = "invalid";
    public const string Ok = "ok";
    public const string True = "true";
    public const string False = "false";
    public const string Open = "open";
    public const string Closed = "closed";
    public const string Overload = "overload";
    public const string TimedOut = "timed-out";
    public const string Left = "left";
    public const string Busy = "busy";
    public const string NoAnswer = "no-answer";
    public const string Failed = "failed";
    public const string Requested = "requested";
    public const string AlreadyPending = "already-pending";
    public const string Refused = "refused";
    public const string Pending = "pending";
    public const string None = "none";
    public const string Done = "done";
    public const string Found = "found";
    public const string NotFound = "not-found";

    public static readonly ImmutableArray<string> Schedule = [Open, Closed, "#1", "#2", "#3", "#4", "#5", "#6"];
    public static readonly ImmutableArray<string> GetDigit = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", NoInput, Invalid];
    public static readonly ImmutableArray<string> GetValue = [Ok, NoInput, Invalid];
    public static readonly ImmutableArray<string> Test = [True, False];
    public static readonly ImmutableArray<string> ForwardToQueue = [Overload, TimedOut, Left];
    public static readonly ImmutableArray<string> Forward = [Busy, NoAnswer, Failed];
    public static readonly ImmutableArray<string> ForwardToVoicemail = [Failed];
    public static readonly ImmutableArray<string> Callback = [Requested, AlreadyPending, Refused];
    public static readonly ImmutableArray<string> CheckCallback = [Pending, None];
    public static readonly ImmutableArray<string> ChangeCallback = [Done, Failed];
    public static readonly ImmutableArray<string> CheckNumber = [Found, NotFound];
    public static readonly ImmutableArray<string> ForwardToScript = [Failed];
    public static readonly ImmutableArray<string> WebRequest = [Ok, Failed];

    /// <summary>The exits an object was given, or null for an object that has none (it is followed by the next, or by nothing).</summary>
    public static ImmutableDictionary<string, ImmutableArray<ScriptObject>>? Of(ScriptObject item) => item switch
    {
        ScheduleObject o => o.Exits,
        GetDigitObject o => o.Exits,
        GetValueObject o => o.Exits,
        TestVariableObject o => o.Exits,
        TestQueueObject o => o.Exits,
        ForwardToQueueObject o => o.Exits,
        ForwardToNumberObject o => o.Exits,
        ForwardToAgentObject o => o.Exits,
        ForwardToVoicemailObject o => o.Exits,
        CallbackObject o => o.Exits,
        CheckCallbackObject o => o.Exits,
        ChangeCallbackObject o => o.Exits,
        CheckNumberObject o => o.Exits,
        ForwardToScriptObject o => o.Exits,
        WebRequestObject o => o.Exits,
        _ => null,
    };

    /// <summary>The exits a branching object can take, given or not; empty for the others.</summary>
    public static ImmutableArray<string> Possible(ScriptObject item) => item switch
    {
        ScheduleObject => Schedule,
        GetDigitObject => GetDigit,
        GetValueObject => GetValue,
        TestVariableObject or TestQueueObject => Test,
        ForwardToQueueObject => ForwardToQueue,
        ForwardToNumberObject or ForwardToAgentObject => Forward,
        ForwardToVoicemailObject => ForwardToVoicemail,
        CallbackObject => Callback,
        CheckCallbackObject => CheckCallback,
        ChangeCallbackObject => ChangeCallback,
        CheckNumberObject => CheckNumber,
        ForwardToScriptObject => ForwardToScript,
        WebRequestObject => WebRequest,
        _ => [],
    };
}
