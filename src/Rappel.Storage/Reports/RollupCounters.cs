namespace Rappel.Storage.Reports;

/// <summary>Of callers in an inbound queue, in the slot in which they entered: a row adds up to <see cref="Entered"/> once all have left.
/// Offers count where they were made. Ms are milliseconds.</summary>
public enum QueueCount
{
    Entered,
    Answered,
    InLevel,
    Abandoned,
    ShortAbandoned,
    ToCallback,
    ToVoicemail,
    ToNumber,
    ToAgent,
    LeftOtherwise,
    Offers,
    AnswerWaitMs,
    AbandonWaitMs,
    TalkMs,
    Told,
    ToldErrorMs,
}

/// <summary>Of calls to a channel, in the slot in which they came.</summary>
public enum ChannelCount
{
    Calls,
    Queued,
    Answered,
    Abandoned,
    ShortAbandoned,
    ToCallback,
    ToVoicemail,
    ToNumber,
    ToAgent,
    InScript,
    Refused,
    Interrupted,
    CallMs,
    TalkMs,
}

/// <summary>Of agents: offers in the slot in which they were made, calls in that of the answer, statuses in every slot they lasted in.</summary>
public enum AgentCount
{
    Offers,
    Accepted,
    Rejected,
    TimedOut,
    Unreachable,
    Withdrawn,
    Calls,
    Callbacks,
    Voicemails,
    Direct,
    TalkMs,
    OnBreakMs,
    AvailableMs,
    OfferedMs,
    BusyMs,
    WrapUpMs,
    WorkingOfflineMs,
}

/// <summary>Of requests, in the slot in which they were made; attempts in that in which they began.</summary>
public enum CallbackCount
{
    Taken,
    FromScript,
    Completed,
    Exhausted,
    Expired,
    Cancelled,
    Served,
    BadNumber,
    Connected,
    ConnectionMs,
    SparedMs,
    Told,
    ToldErrorMs,
    Attempts,
}

/// <summary>Of one step in a script, in the slot in which the call came.</summary>
public enum ScriptCount
{
    Callers,
    Times,
}
