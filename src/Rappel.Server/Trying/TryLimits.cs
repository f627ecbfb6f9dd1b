namespace Rappel.Server.Trying;

/// <summary>Bounds of trying things over HTTP.</summary>
public static class TryLimits
{
    /// <summary>Bytes of a request: a script of thousands of objects and its inputs.</summary>
    public const int Body = 2 * 1024 * 1024;

    /// <summary>How deep exits may lie in exits, in levels of JSON.</summary>
    public const int Depth = 256;

    /// <summary>How long an answer waits for texts that nobody spoke before; then the rest has a length that was reckoned.</summary>
    public static readonly TimeSpan SpeechTime = TimeSpan.FromSeconds(3);

    /// <summary>Times a trial is played again because lengths have become known that it went on other ways without.</summary>
    public const int Rounds = 6;

    /// <summary>Things said that can be asked for as audio; those said longest ago go first.</summary>
    public const int AudioHeld = 5_000;
}
