namespace Rappel.Engine;

/// <summary>How a supervisor takes part in an agent's call.</summary>
public enum WatchMode
{
    /// <summary>Hears both, and is heard by nobody.</summary>
    Listen,

    /// <summary>Hears both, and is heard by the agent alone.</summary>
    Whisper,

    /// <summary>All three hear each other.</summary>
    Barge,
}
