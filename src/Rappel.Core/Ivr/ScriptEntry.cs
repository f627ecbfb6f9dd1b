namespace Rappel.Core.Ivr;

/// <summary>Where a script is begun.</summary>
public enum ScriptEntry
{
    /// <summary>A new call; what runs out hangs up.</summary>
    Main,

    /// <summary>The treatment of a caller who waits in a queue; what runs out goes back to waiting.</summary>
    InQueue,
}
