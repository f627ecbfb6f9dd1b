using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>Whom an agent talks with: a caller, a customer called back, somebody the agent dialled.</summary>
internal interface ICustomer
{
    Leg Leg { get; }

    LiveCallKind Kind { get; }

    InteractionId Interaction { get; }

    CallbackId? Callback { get; }

    /// <summary>Key of the queue the call came from; null for none.</summary>
    string? Queue { get; }

    LiveSubject Subject { get; }

    /// <summary>Whether what they say with an agent is recorded.</summary>
    QueueRecording Recording => QueueRecording.Off;

    /// <summary>What they hear while they wait; null for the built-in music.</summary>
    AudioSegment? Music { get; }

    /// <summary>The number they know us by, shown to whom they are put through.</summary>
    string Shown { get; }

    /// <summary>What becomes of the record where the two talk to the end.</summary>
    string Outcome => "answered";

    /// <summary>False for a colleague: whoever called has them, and nobody else.</summary>
    bool MayBeHandedOver { get; }

    /// <summary>The two hear each other for the first time.</summary>
    void Connected(ISeat seat);

    /// <summary>The agent hung up: the call is over.</summary>
    void SeatGone();

    /// <summary>The customer goes on without this agent: what this call was for is done, and another record begins.</summary>
    /// <param name="outcome">Of the record that ends.</param>
    InboundCall HandOver(string outcome);
}
