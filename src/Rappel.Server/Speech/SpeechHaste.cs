namespace Rappel.Server.Speech;

/// <summary>Who waits for a text to be spoken.</summary>
public enum SpeechHaste
{
    /// <summary>A caller hears silence until it is there.</summary>
    ForCaller,

    /// <summary>Nobody on the telephone: what runs for calls goes first.</summary>
    InBackground,
}
