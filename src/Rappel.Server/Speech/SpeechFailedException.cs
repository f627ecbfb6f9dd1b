namespace Rappel.Server.Speech;

/// <summary>A text could not be spoken. The message says why, for an administrator.</summary>
public sealed class SpeechFailedException : Exception
{
    public SpeechFailedException()
    {
    }

    public SpeechFailedException(string message)
        : base(message)
    {
    }

    public SpeechFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
