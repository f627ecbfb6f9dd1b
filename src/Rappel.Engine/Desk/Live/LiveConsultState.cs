namespace Rappel.Engine.Desk.Live;

/// <summary>Where the conversation with whom an agent asks for help stands.</summary>
public enum LiveConsultState
{
    Dialling,
    Ringing,
    Talking,

    /// <summary>The agent talks with the customer, and the one asked waits.</summary>
    Held,

    /// <summary>All three hear each other.</summary>
    Joined,

    /// <summary>It came to nothing, or is over.</summary>
    Failed,
}
