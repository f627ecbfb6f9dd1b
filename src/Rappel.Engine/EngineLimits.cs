namespace Rappel.Engine;

/// <summary>Bounds of the engine that no administrator sets.</summary>
public static class EngineLimits
{
    /// <summary>Calls under way at once, in both directions; one more is answered 503.</summary>
    public const int Calls = 10_000;

    /// <summary>Live views leave at most this often.</summary>
    public static readonly TimeSpan ViewInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>After a start: from the first media port announced to the first offer at a phone known from before.</summary>
    public static readonly TimeSpan PortsSettle = TimeSpan.FromMilliseconds(250);

    /// <summary>What an agent is told after a customer could not be reached is cut off here.</summary>
    public static readonly TimeSpan AgentToldWithin = TimeSpan.FromSeconds(10);

    /// <summary>A whisper that has not ended by then is cut off, and the caller is connected.</summary>
    public static readonly TimeSpan WhisperWithin = TimeSpan.FromSeconds(15);

    /// <summary>A message shorter than this is no message.</summary>
    public static readonly TimeSpan ShortestMessage = TimeSpan.FromSeconds(1);

    /// <summary>A message ends after this much silence.</summary>
    public static readonly TimeSpan MessageSilence = TimeSpan.FromSeconds(8);

    /// <summary>A caller who leaves the queue within it is counted as short abandoned.</summary>
    public static readonly TimeSpan ShortAbandon = TimeSpan.FromSeconds(5);
}
