using System.Text.Json.Serialization;

namespace Rappel.Server.Web.Bodies;

/// <summary>What a dial plan makes of a number.</summary>
/// <param name="Cleaned">The number as the rules see it; empty where it is none.</param>
/// <param name="Rules">For each rule of the plan, in order.</param>
/// <param name="Rule">Index of the rule that decides; null where none matches.</param>
/// <param name="Number">What is dialled; null where it is refused.</param>
/// <param name="Trunk">Null for the first in order.</param>
/// <param name="TimeZone">Where the number lives; null where the plan does not say.</param>
public sealed record TriedDialPlanBody(
    string Cleaned, IReadOnlyList<TriedRuleBody> Rules, int? Rule, string? Number, string? Trunk, string? TimeZone, RefusalBody? Refusal);

public sealed record TriedRuleBody(int Index, bool Matched);

/// <param name="Code"><c>not-a-number</c>, <c>rule</c>, <c>no-rule</c>, <c>bad-result</c>, <c>emergency</c>, <c>premium</c> or <c>own-channel</c>.</param>
public sealed record RefusalBody(string Code, string Message);

/// <summary>What a schedule says.</summary>
/// <param name="Exit"><c>open</c>, <c>closed</c> or <c>#1</c> to <c>#6</c>.</param>
/// <param name="At">The moment asked about.</param>
/// <param name="LocalTime">The same on the schedule's own clocks.</param>
/// <param name="Next">Its next changes, at most 14.</param>
public sealed record TriedScheduleBody(string Exit, DateTime At, string? LocalTime, IReadOnlyList<ScheduleChangeBody> Next);

/// <param name="LocalTime">On the schedule's own clocks.</param>
/// <param name="Exit">From then on.</param>
public sealed record ScheduleChangeBody(DateTime At, string? LocalTime, string Exit);

/// <summary>How far a tried call came. Pointers are into the script tried: <c>/inQueue/0/exits/1/0</c>.</summary>
/// <param name="Now">Seconds since the beginning.</param>
/// <param name="State"><c>speaking</c>, <c>waiting-for-key</c>, <c>music</c>, <c>in-queue</c>, <c>forwarding</c>, <c>requesting-callback</c>, <c>asking</c>,
/// <c>connected</c> or <c>ended</c>.</param>
/// <param name="Waiting">The object that waits; null where none does.</param>
/// <param name="Deadline">Second at which something happens by itself next; null where nothing does.</param>
/// <param name="Variables">By name, without dollar signs.</param>
/// <param name="Path">The objects entered, in order.</param>
/// <param name="Problems">What went wrong on the way: a text that is missing, a circle that was stopped.</param>
public sealed record TriedScriptBody(
    double Now, string State, TriedWaitBody? Waiting, double? Deadline, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<TriedStepBody> Path,
    IReadOnlyList<TriedEventBody> Events, IReadOnlyList<TriedEventBody> Problems);

/// <param name="Script">Key of another script that the call is in; left out for the one tried.</param>
/// <param name="Kind">Type of the object.</param>
/// <param name="Exits">What may be given as <c>exit</c>, or pressed, now.</param>
public sealed record TriedWaitBody(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Script, string Object, string Kind, IReadOnlyList<string> Exits);

public sealed record TriedStepBody(
    double At, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Script, string Object);

/// <summary>One thing that happened. What does not belong to its kind is left out.</summary>
/// <param name="At">Seconds since the beginning.</param>
/// <param name="Kind"><c>enter</c>, <c>say</c>, <c>stop</c> (what is said is cut short), <c>key</c>, <c>exit</c>, <c>music</c>, <c>language</c>, <c>forward</c>,
/// <c>callback</c>, <c>change</c> (of a callback), <c>web-request</c>, <c>agent</c>, <c>problem</c> or <c>hang-up</c>.</param>
public sealed record TriedEventBody(double At, string Kind, string Object)
{
    /// <summary>Key of another script that the call is in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Script { get; init; }

    /// <summary>What is said, or what is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Key of the prompt that is played, or of the music.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prompt { get; init; }

    /// <summary>Where what is said can be heard, as WAV.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audio { get; init; }

    /// <summary>How long it takes to say where nothing cuts it short.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>True where the length was reckoned, because the audio is not there yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Estimated { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>False for a key that nobody listened for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Heard { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exit { get; init; }

    /// <summary>Where a forward goes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TriedTargetBody? To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TriedCallbackBody? Callback { get; init; }

    /// <summary><c>cancel</c>, <c>changeNumber</c> or <c>takePlace</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Change { get; init; }

    /// <summary>The request that would be sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TriedWebBody? Web { get; init; }

    /// <summary>Of an agent who became free: false where the caller was passed over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Connected { get; init; }
}

/// <param name="Section">Of what it goes to; null for a number.</param>
/// <param name="Key">Null for a number.</param>
/// <param name="Number">As it would be dialled; null for all else.</param>
public sealed record TriedTargetBody(string? Section, string? Key, string? Number, string? Trunk);

/// <param name="Server">Scheme, host and port; null where the address is none.</param>
public sealed record TriedWebBody(string Method, string? Server);

/// <summary>The request that would be made. Nothing is written and nobody is rung.</summary>
/// <param name="Number">That would be rung.</param>
/// <param name="CallerId">The number shown; null where the call has none.</param>
public sealed record TriedCallbackBody(
    string Queue, string Number, string? CallerId, string DialPlan, string? Trunk, string? TimeZone, int Attempts, int RetryDelaySeconds,
    int CancelAfterSeconds, int RingTimeSeconds, string RungFirst);
