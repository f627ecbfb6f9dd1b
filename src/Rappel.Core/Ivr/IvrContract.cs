using System.Collections.Immutable;
using Rappel.Core.Config;
using Rappel.Core.Numbers;

namespace Rappel.Core.Ivr;

/// <summary>One piece of what a caller hears, its variables already filled in. Shells turn it into audio.</summary>
public abstract record AudioSegment
{
    /// <summary>Text for the speech engine. Digit strings have been spelled out (<c>5 1 4 5</c>) where digits are meant.</summary>
    /// <param name="Language"><c>en</c> or <c>fr</c>.</param>
    public sealed record Speech(string Text, string Language) : AudioSegment;

    /// <summary>A WAV file, relative to the configuration folder.</summary>
    public sealed record Recording(string File) : AudioSegment;

    /// <summary>A message a caller left: a WAV file, relative to the data folder.</summary>
    public sealed record Message(string File) : AudioSegment;

    /// <summary>The beep before a recording.</summary>
    public sealed record Beep : AudioSegment;
}

/// <summary>What reaches a running script from the outside.</summary>
public abstract record IvrInput
{
    /// <summary>Everything asked for by the last <see cref="IvrOutput.Speak"/> with this token has been played (or failed to play).</summary>
    public sealed record SpeakEnded(int Token) : IvrInput;

    /// <param name="Key">0-9, *, #, A-D.</param>
    public sealed record DigitPressed(char Key) : IvrInput;

    /// <summary>The deadline given by the run may have come.</summary>
    public sealed record TimePassed : IvrInput;

    /// <summary>A forward came back, or a callback was answered for: go on at this exit (<c>busy</c>, <c>timed-out</c>, <c>requested</c>, ...).</summary>
    public sealed record Exit(string Name) : IvrInput;

    /// <summary>What came of the <see cref="IvrOutput.AskWeb"/> with this token. A late one is passed over.</summary>
    public sealed record WebAnswered(int Token, WebAnswer Answer) : IvrInput;
}

/// <summary>What a running script asks the outside to do.</summary>
public abstract record IvrOutput
{
    /// <summary>Play these; answer with <see cref="IvrInput.SpeakEnded"/>. Replaces whatever plays.</summary>
    public sealed record Speak(int Token, ImmutableArray<AudioSegment> Segments) : IvrOutput;

    /// <summary>Stop what plays (a digit interrupted it). No SpeakEnded is awaited.</summary>
    public sealed record StopSpeaking : IvrOutput;

    /// <summary>Silence on: play the queue's music until the next Speak. Only from <c>inQueue</c>.</summary>
    public sealed record PlayMusic : IvrOutput;

    /// <summary>Enter an inbound queue; answer with Exit overload, timed-out or left. The run stays suspended meanwhile.</summary>
    public sealed record EnterQueue(string Queue) : IvrOutput;

    /// <summary>Answer with Exit busy, no-answer or failed.</summary>
    public sealed record ForwardToNumber(PhoneNumber Number, string? Trunk, TimeSpan RingTime) : IvrOutput;

    /// <summary>Answer with Exit busy, no-answer or failed.</summary>
    public sealed record ForwardToAgent(string Agent, TimeSpan RingTime) : IvrOutput;

    /// <summary>Answer with Exit failed.</summary>
    public sealed record ForwardToVoicemail(string Queue) : IvrOutput;

    /// <summary>
    /// Take a callback request. The number went through the dial plan when it was captured. Answer, once it is on disk, with Exit
    /// requested, already-pending or refused.
    /// </summary>
    public sealed record RequestCallback(CallbackTerms Terms, PhoneNumber Number, string? Trunk, string? TimeZone) : IvrOutput;

    /// <summary>
    /// Change the request that <see cref="IScriptEnvironment.FindCallback"/> gave last. Answer, once it is on disk, with Exit done, or failed
    /// where it cannot be.
    /// </summary>
    /// <param name="To">The new number, through the dial plan; null but for <see cref="CallbackChange.ChangeNumber"/>.</param>
    public sealed record ChangeCallback(CallbackChange Action, DialableNumber? To) : IvrOutput;

    /// <summary>Send a request to a web server; answer with <see cref="IvrInput.WebAnswered"/>, whatever comes of it.</summary>
    public sealed record AskWeb(int Token, WebAsking Asking) : IvrOutput;

    /// <summary>The answer to the request with this token is wanted no more.</summary>
    public sealed record ForgetWeb(int Token) : IvrOutput;

    /// <summary>The call's language is now this.</summary>
    public sealed record LanguageChanged(string Language) : IvrOutput;

    /// <summary>The caller may (or may not) be connected to an agent now.</summary>
    public sealed record ProtectionChanged(bool Protected) : IvrOutput;

    /// <summary>The script has run out: hang up (<c>main</c>) .</summary>
    public sealed record HangUp : IvrOutput;

    /// <summary>The treatment has run out: the caller waits with music until connected (<c>inQueue</c>).</summary>
    public sealed record TreatmentEnded : IvrOutput;

    /// <summary>An object was entered; for script paths in reports.</summary>
    public sealed record Entered(string Path) : IvrOutput;

    /// <summary>An object was left by this exit, whether anything is under it or not; for script paths in reports.</summary>
    public sealed record TookExit(string Path, string Exit) : IvrOutput;

    /// <summary>Something an administrator should read: a goto loop stopped, a prompt without text in this language.</summary>
    public sealed record Problem(string Path, string Text) : IvrOutput;
}

/// <summary>What a script may ask about the world while it runs. All reads are of this instant.</summary>
public interface IScriptEnvironment
{
    /// <summary>Place of this call in the queue it waits in, 1 first; 0 when it waits in none.</summary>
    int QueuePosition { get; }

    /// <summary>Seconds this caller is expected to wait still; null while nothing is known.</summary>
    TimeSpan? ExpectedWait { get; }

    /// <summary>Place of this caller's pending callback in its outbound queue; 0 for none, and for one that is being rung.</summary>
    int CallbackPosition { get; }

    /// <summary>How long this call has waited in its queue.</summary>
    TimeSpan Waited { get; }

    /// <summary>Key of the queue this call waits in; null where it waits in none, or that is not told.</summary>
    string? Queue => null;

    /// <summary>The open request of this caller, by the number typed, else the one they ring from; null for none. From then on
    /// <see cref="CallbackPosition"/> is that request's.</summary>
    /// <param name="queue">Key of the only outbound queue to look in; null for any.</param>
    PendingCallback? FindCallback(string? queue) => null;

    /// <summary>The live state of an inbound or outbound queue.</summary>
    QueueReading Read(string queue);
}

/// <param name="AgentsLoggedIn">Members logged in, whatever their status.</param>
/// <param name="AgentsFree">Members available now.</param>
/// <param name="Waiting">Calls waiting (inbound) or open requests (outbound).</param>
/// <param name="ExpectedWait">Of a call that entered now; null while nothing is known.</param>
/// <param name="CallbackCapReached">Of an outbound queue, or of the outbound queue paired with an inbound one.</param>
/// <param name="ClosesIn">Of an inbound queue with a paired outbound queue: whichever closes first. Null: no schedule, or closed later than can
/// be told; zero: closed.</param>
public sealed record QueueReading(
    int AgentsLoggedIn, int AgentsFree, int Waiting, TimeSpan? ExpectedWait, bool CallbackCapReached, TimeSpan? ClosesIn);

/// <summary>What a script knows of a pending request.</summary>
/// <param name="Number">What is dialled.</param>
/// <param name="DialPlan">Key of the plan it was asked for under.</param>
public sealed record PendingCallback(PhoneNumber Number, string DialPlan);

/// <summary>A number as a dial plan made it.</summary>
/// <param name="Trunk">Key of the trunk the plan names; null for any.</param>
/// <param name="TimeZone">IANA zone of the plan's rule; null where it names none.</param>
public sealed record DialableNumber(PhoneNumber Number, string? Trunk, string? TimeZone);

/// <summary>What a script run is about: the call as it came in.</summary>
public sealed class ScriptCall(PhoneNumber? caller, string channelKey, string channelNumber, string language)
{
    /// <summary>ANI as delivered, E.164 where it could be told; null where withheld.</summary>
    public PhoneNumber? Caller { get; } = caller;

    /// <summary>Key of the channel dialled.</summary>
    public string ChannelKey { get; } = channelKey;

    /// <summary>The number dialled (DNIS), E.164.</summary>
    public string ChannelNumber { get; } = channelNumber;

    /// <summary>The call's language now: <c>en</c> or <c>fr</c>.</summary>
    public string Language { get; set; } = language;

    /// <summary>The number to ring back, as captured and through the dial plan; null where none was typed.</summary>
    public PhoneNumber? CallbackNumber { get; set; }

    /// <summary>The request that Check callback found; null for none.</summary>
    public PendingCallback? Pending { get; internal set; }

    /// <summary>Who calls, as Check number found it; null where it did not.</summary>
    public string? ContactName { get; internal set; }

    /// <summary>What was collected and set: <c>customer.accountNumber</c>, <c>case.number</c>, and variables without their dollar sign.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of variables that the caller typed: they are spelled digit by digit, never read as a quantity.</summary>
    internal SortedSet<string> Collected { get; } = new(StringComparer.Ordinal);

    /// <summary>What the dial plan said of <see cref="CallbackNumber"/> when it was typed.</summary>
    internal Running.CapturedNumber? Captured { get; set; }
}
