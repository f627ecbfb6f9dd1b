namespace Rappel.Engine;

/// <summary>Bounds of the engine that no administrator sets.</summary>
public static class EngineLimits
{
    /// <summary>Calls under way at once, in both directions; one more is answered 503.</summary>
    public const int Calls = 10_000;

    /// <summary>Broken invariants that one turn goes on after; the rest waits for the next turn.</summary>
    public const int BrokenInATurn = 100;

    /// <summary>Live views leave at most this often.</summary>
    public static readonly TimeSpan ViewInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>After a start: from the first media port announced to the first offer at a phone known from before.</summary>
    public static readonly TimeSpan PortsSettle = TimeSpan.FromMilliseconds(250);

    /// <summary>A trunk that has not answered an INVITE at all by then, not even with 100, has failed. Well before SIP itself gives up
    /// (timer B, 32 s) and before any ring time: an agent waits on the other leg, and nobody's phone can be ringing.</summary>
    public static readonly TimeSpan TrunkSilence = TimeSpan.FromSeconds(5);

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
