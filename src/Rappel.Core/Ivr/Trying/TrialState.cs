namespace Rappel.Core.Ivr.Trying;

/// <summary>What a tried call does at the moment that was played to.</summary>
public enum TrialState
{
    Speaking,
    WaitingForKey,

    /// <summary>Music for the time of a Wait.</summary>
    Music,

    /// <summary>Waiting in a queue with nothing of a script running.</summary>
    InQueue,

    /// <summary>To a number, an agent or a voicemail queue; an exit goes on.</summary>
    Forwarding,

    /// <summary>A request is asked for or changed; an exit goes on.</summary>
    RequestingCallback,

    /// <summary>Anything else that an exit from outside goes on from.</summary>
    Asking,

    /// <summary>Talking to an agent, or to whom it was forwarded. No script has a say any more.</summary>
    Connected,

    Ended,
}
