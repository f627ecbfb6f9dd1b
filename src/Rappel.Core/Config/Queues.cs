using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>An agent's membership of a queue.</summary>
/// <param name="Agent">Agent key.</param>
/// <param name="Skill">1 (least) to 10 (best).</param>
public sealed record QueueMember(string Agent, int Skill, bool Enabled);

/// <summary>Callers waiting for agents.</summary>
/// <param name="Priority">1-10, 10 first.</param>
/// <param name="Music">Prompt key, or null for the built-in music.</param>
/// <param name="Treatment">Key of the script whose <c>inQueue</c> runs while a caller waits; null for music alone.</param>
/// <param name="Whisper">Prompt key said to the agent before the caller is connected; null for none.</param>
/// <param name="Schedule">Schedule key; null for always open.</param>
/// <param name="MaximumCalls">Waiting at once; one more takes the exit <c>overload</c>.</param>
/// <param name="MaximumWait">Beyond it a caller takes the exit <c>timed out</c>.</param>
/// <param name="ServiceLevelThreshold">An answer within it counts as in service level.</param>
/// <param name="ServiceLevelTarget">Per cent, 0-100.</param>
/// <param name="OutboundQueue">Key of the paired outbound queue (callbacks that a live answer here serves); null for none.</param>
public sealed record InboundQueueSnapshot(
    string Key,
    string Name,
    int Priority,
    ImmutableArray<QueueMember> Members,
    string? Music,
    TimeSpan WrapUp,
    string? Treatment,
    string? Whisper,
    string? Schedule,
    int MaximumCalls,
    TimeSpan MaximumWait,
    TimeSpan ServiceLevelThreshold,
    int ServiceLevelTarget,
    string? OutboundQueue)
{
    /// <summary>Which codes agents may give its calls.</summary>
    public QueueCodes Codes { get; init; } = QueueCodes.None;

    /// <summary>Whether its conversations are recorded.</summary>
    public QueueRecording Recording { get; init; } = QueueRecording.Off;
}

/// <summary>What agents may, or must, say a queue's calls were about.</summary>
/// <param name="List">Key of the transaction code list; null for none.</param>
/// <param name="Mandatory">True holds the agent in wrap-up until a code is given.</param>
public sealed record QueueCodes(string? List, bool Mandatory)
{
    public static readonly QueueCodes None = new(null, false);
}

/// <summary>Whether a queue's conversations are recorded, and what the customer is told of it.</summary>
/// <param name="Announcement">Prompt key said to the customer before the agent is connected; null for none.</param>
public sealed record QueueRecording(bool IsOn, string? Announcement)
{
    public static readonly QueueRecording Off = new(false, null);
}

/// <summary>Callbacks waiting for agents.</summary>
/// <param name="Schedule">Calling hours; null for always.</param>
/// <param name="MaximumPending">Open requests at once; one more takes the exit <c>refused</c>.</param>
public sealed record OutboundQueueSnapshot(
    string Key,
    string Name,
    int Priority,
    ImmutableArray<QueueMember> Members,
    TimeSpan WrapUp,
    string? Whisper,
    string? Schedule,
    int MaximumPending)
{
    /// <summary>Whether an agent who is offered a callback may dismiss it for good, with a reason. Default: no.</summary>
    public bool MayDismiss { get; init; }

    /// <summary>Which codes agents may give its calls.</summary>
    public QueueCodes Codes { get; init; } = QueueCodes.None;

    /// <summary>Whether its conversations are recorded.</summary>
    public QueueRecording Recording { get; init; } = QueueRecording.Off;
}

/// <summary>Messages waiting for agents.</summary>
/// <param name="Greeting">Prompt key said before the beep; null for the built-in greeting.</param>
public sealed record VoicemailQueueSnapshot(
    string Key,
    string Name,
    int Priority,
    ImmutableArray<QueueMember> Members,
    TimeSpan WrapUp,
    string? Greeting,
    TimeSpan MaximumLength);

/// <summary>A person who takes calls.</summary>
/// <param name="Key">Also the SIP user name, for example <c>1001</c>.</param>
/// <param name="Password">SIP password, plain: digest needs it. Comes from the environment in the example.</param>
/// <param name="OfferTimeout">15-60 s.</param>
/// <param name="MayReject">False withholds the right to reject: a rejection is then treated as no answer.</param>
/// <param name="Language">Language of what is said and shown to the agent.</param>
public sealed record AgentSnapshot(
    string Key,
    string Name,
    string Password,
    TimeSpan OfferTimeout,
    bool MayReject,
    string? DirectNumber,
    string Language)
{
    /// <summary>The phone is asked to answer by itself, without ringing. Default: no.</summary>
    public bool AutoAnswer { get; init; }

    /// <summary>Which phones may register. Default: either.</summary>
    public AgentConnection Connection { get; init; }
}

/// <summary>What an agent speaks through.</summary>
public enum AgentConnection
{
    /// <summary>Whichever was registered last.</summary>
    Either,

    /// <summary>A SIP phone of its own.</summary>
    Phone,

    /// <summary>The browser, by a page that is signed in.</summary>
    Browser,
}
