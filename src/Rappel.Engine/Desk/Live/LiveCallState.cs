namespace Rappel.Engine.Desk.Live;

/// <summary>Where an agent's call stands.</summary>
public enum LiveCallState
{
    /// <summary>The agent is told what comes; the customer waits.</summary>
    Whispering,

    /// <summary>The other side's phone is being called.</summary>
    Dialling,

    /// <summary>The other side's phone rings.</summary>
    Ringing,

    Talking,

    /// <summary>The customer hears music.</summary>
    Held,

    /// <summary>The agent's phone was lost and is waited for; the customer hears music.</summary>
    Reconnecting,

    /// <summary>The customer has gone; the agent is told how it ended.</summary>
    Ended,
}
