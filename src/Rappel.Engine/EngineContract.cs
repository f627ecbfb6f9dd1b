using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Journal;
using Rappel.Media.Sessions;
using Rappel.Sip.Transports;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine;

/// <summary>What reaches the engine. The shell delivers each with the instant it came.</summary>
public abstract record EngineInput
{
    /// <summary>A datagram, or one framed message of a stream.</summary>
    public sealed record SipReceived(Flow Source, ReadOnlyMemory<byte> Message) : EngineInput;

    /// <summary>Sending failed, or a connection closed.</summary>
    public sealed record SipFailed(Flow Flow) : EngineInput;

    /// <summary>A browser opened a connection, before its first message.</summary>
    public sealed record FlowOpened(Flow Flow, FlowIdentity Identity) : EngineInput;

    /// <summary>That connection is closed, after its last message.</summary>
    public sealed record FlowClosed(Flow Flow) : EngineInput;

    public sealed record MediaHappened(MediaEvent Event) : EngineInput;

    /// <summary>An even RTP port that the shell has bound (with the odd one after it) and the engine may use.</summary>
    public sealed record RtpPortReady(int Port) : EngineInput;

    /// <summary>Everything up to and including this batch is on disk.</summary>
    public sealed record Committed(long Batch) : EngineInput;

    /// <summary>This batch can never be written: what waited for it must not be done. Everything before it is on disk.</summary>
    public sealed record CommitFailed(long Batch) : EngineInput;

    /// <summary>The wall clock was set forward, or the machine slept: since the last input so much time went by on the wall and did not pass.
    /// What waits for a length of time is put off by it; expiry and hours follow the wall.</summary>
    public sealed record TimeSkipped(TimeSpan By) : EngineInput;

    /// <summary>A new configuration: calls in progress keep theirs.</summary>
    public sealed record Published(ConfigurationSnapshot Configuration) : EngineInput;

    /// <summary>From a person or a program; answered with Answered under the same ticket.</summary>
    public sealed record Commanded(long Ticket, EngineCommand Command) : EngineInput;

    public sealed record TimePassed : EngineInput;

    /// <summary>What came of the request that <see cref="EngineOutput.AskWeb"/> asked for under this number.</summary>
    public sealed record WebAnswered(long Question, WebAnswer Answer) : EngineInput;

    /// <summary>Somebody looks at the live state: it is published once more.</summary>
    public sealed record ViewWanted : EngineInput;

    /// <summary>Take no new call; Drained follows when the last one is over or <paramref name="Deadline"/> comes.</summary>
    public sealed record DrainRequested(Instant Deadline) : EngineInput;
}

/// <summary>What people and programs ask for through HTTP.</summary>
public abstract record EngineCommand
{
    public sealed record SetAgentStatus(string Agent, AgentStatus Status, string Who) : EngineCommand
    {
        /// <summary>Why, as a code of the agents' status code list; null where no reason is given.</summary>
        public string? Code { get; init; }

        /// <summary>Somebody with power over agents asks, not the agent: it ends even a wrap-up that lacks codes.</summary>
        public bool ByForce { get; init; }
    }

    /// <param name="Number">As typed: it goes through the dial plan.</param>
    public sealed record CreateCallback(CallbackTerms Terms, string Number, string? Language, string? CustomerName,
        ImmutableDictionary<string, string> Variables, string Who) : EngineCommand
    {
        public CallbackOrigin Origin { get; init; } = CallbackOrigin.Api;

        /// <summary>When to call; null for as soon as possible.</summary>
        public CallbackWindow? Window { get; init; }

        /// <summary>What the agent should know; null for nothing.</summary>
        public string? Note { get; init; }

        /// <summary>Key of the only agent it is offered to; null for any.</summary>
        public string? AssignedAgent { get; init; }

        /// <summary>Seconds of waiting the customer was told; null for none.</summary>
        public int? ToldWait { get; init; }

        /// <summary>The journal notes the request under this subject too, on disk with it: who lost the answer finds what was made. Null for none.</summary>
        public string? Mark { get; init; }
    }

    public sealed record CancelCallback(CallbackId Callback, string Who, string Why) : EngineCommand;
}

/// <summary>The answer to a command. <paramref name="Error"/> is null where it was done (and is on disk).</summary>
/// <param name="Error">A stable word: <c>unknown-agent</c>, <c>already-pending</c>, <c>refused-number</c>, <c>final</c>, ...</param>
/// <param name="Detail">The error in words.</param>
public sealed record CommandAnswer(string? Error, Said? Detail, CallbackRequest? Callback)
{
    /// <summary>Id of the watch that was begun; of no meaning for other commands.</summary>
    public long? Watch { get; init; }
}

/// <summary>Orders to the media shell: it resolves segments to audio, then commands a media machine.</summary>
public abstract record MediaOrder(MediaSessionId Session)
{
    /// <summary>Begin a session on a port that RtpPortReady announced.</summary>
    public sealed record Open(MediaSessionId Session, int Port, uint Ssrc, ushort FirstSequence, uint FirstTimestamp) : MediaOrder(Session);

    /// <summary>As it is, to the media machine.</summary>
    public sealed record Do(MediaCommand Command) : MediaOrder(Command.Session);

    /// <summary>Resolve and play once; the machine's PlayEnded comes back with the token, also where the audio could not be had.</summary>
    public sealed record Speak(MediaSessionId Session, int Token, ImmutableArray<AudioSegment> Segments) : MediaOrder(Session);

    /// <summary>Resolve and play over and over.</summary>
    public sealed record Music(MediaSessionId Session, AudioSegment? Source) : MediaOrder(Session);

    /// <summary>The ringing tone a caller hears while we dial for them.</summary>
    public sealed record RingingTone(MediaSessionId Session) : MediaOrder(Session);

    /// <summary>Record to this WAV file, relative to the data folder; RecordingEnded follows once it is closed on disk.</summary>
    public sealed record Record(MediaSessionId Session, long Recording, string File, TimeSpan MaximumLength, TimeSpan SilenceLimit) : MediaOrder(Session);

    /// <summary>Record a conversation to this WAV file with two channels; RecordingEnded follows once it is closed on disk, with no length where it
    /// could not be written.</summary>
    public sealed record RecordCall(MediaSessionId Session, long Recording, string File, TimeSpan MaximumLength) : MediaOrder(Session);

    /// <summary>The file of a conversation that the last process did not close: its header is made to fit, and RecordingEnded tells its length.</summary>
    public sealed record Mend(long Recording, string File) : MediaOrder(default(MediaSessionId));

    /// <summary>End; the port rests and then comes back as RtpPortReady.</summary>
    public sealed record Close(MediaSessionId Session) : MediaOrder(Session);
}

public enum LogLevel
{
    Debug,
    Note,
    Warning,
    Error,
}

/// <summary>What the engine asks of the shell.</summary>
public abstract record EngineOutput
{
    public sealed record SendSip(Flow Flow, ReadOnlyMemory<byte> Message) : EngineOutput;

    public sealed record OrderMedia(MediaOrder Order) : EngineOutput;

    /// <summary>Write, flush, then answer Committed. Batches come in order and may be flushed together.</summary>
    public sealed record Commit(Batch Batch) : EngineOutput;

    /// <summary>The state of things for live screens: at the start, when asked for, and when the configuration or the draining changes.</summary>
    public sealed record Publish(LiveView View) : EngineOutput;

    public sealed record Answered(long Ticket, CommandAnswer Answer) : EngineOutput;

    /// <param name="Kind">A stable word for counting.</param>
    public sealed record Log(LogLevel Level, string Kind, string Text) : EngineOutput;

    /// <summary>A script asks a web server. Answer with WebAnswered, whatever comes of it, within the request's timeout.</summary>
    public sealed record AskWeb(long Question, WebAsking Asking) : EngineOutput;

    /// <summary>Nobody waits for that answer any more.</summary>
    public sealed record ForgetWeb(long Question) : EngineOutput;

    /// <summary>No call is left, or the drain deadline came.</summary>
    public sealed record Drained : EngineOutput;
}

/// <summary>One immutable picture of the live state. Reads never enter the engine.</summary>
public sealed record LiveView(
    Instant At,
    long ConfigurationVersion,
    bool Draining,
    int Calls,
    ImmutableArray<LiveAgent> Agents,
    ImmutableArray<LiveQueue> Queues)
{
    /// <summary>What supervisors changed of memberships, by kind of queue, queue and agent; all others are as configured.</summary>
    public ImmutableArray<MembershipRow> Memberships { get; init; } = [];

    /// <summary>Calls that a fault of ours ended, since the start.</summary>
    public long InvariantsBroken { get; init; }

    /// <summary>Supervisors at agents' calls.</summary>
    public ImmutableArray<LiveWatch> Watches { get; init; } = [];

    /// <summary>What was stuck and was ended by the watchdog, since the start.</summary>
    public long WatchdogEnded { get; init; }
}

/// <param name="Work">What the agent is offered or busy with, for example <c>cb-4</c>; null for nothing.</param>
public sealed record LiveAgent(
    string Agent, string Name, AgentStatus Status, bool Registered, Instant Since, string? Work, string? Queue, string? Number)
{
    /// <summary>The phone that rings first is a page in a browser.</summary>
    public bool IsInBrowser { get; init; }

    /// <summary>Code that was given as the reason for the status; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>The offer, call or wrap-up of this moment.</summary>
    public LiveDesk Desk { get; init; } = LiveDesk.Empty;
}

/// <param name="Kind"><c>inbound</c>, <c>outbound</c> or <c>voicemail</c>.</param>
/// <param name="ExpectedWaitSeconds">Of one who entered now; null while nothing is known.</param>
/// <param name="Delayed">Callbacks between attempts.</param>
/// <param name="InFlight">Offered, dialling or connected.</param>
public sealed record LiveQueue(
    string Queue, string Name, string Kind, int Priority, int Waiting, int Delayed, int InFlight, Instant? OldestPlace, int? ExpectedWaitSeconds,
    int AgentsLoggedIn, int AgentsAvailable, bool Open)
{
    /// <summary>What the queue has set itself; null for all but inbound ones.</summary>
    public ServiceLevelGoal? Goal { get; init; }
}

/// <summary>So many of a hundred callers are to be answered within so long.</summary>
/// <param name="Share">Per cent.</param>
public sealed record ServiceLevelGoal(TimeSpan Within, int Share);

/// <summary>The whole contact centre as one machine told the time.</summary>
public interface IEngine
{
    void Handle(Instant now, EngineInput input);

    bool TryTake(out EngineOutput output);

    Instant? NextDeadline { get; }
}
