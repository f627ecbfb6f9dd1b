namespace Rappel.Server.Telemetry;

/// <summary>
/// Lets through so many lines of a kind in a while and counts the rest, so that a peer who sends rubbish cannot fill the disk with our log.
/// For one thread.
/// </summary>
public sealed class LogValve(TimeProvider time)
{
    /// <summary>Lines of one kind in one <see cref="Period"/>; what is beyond it is counted.</summary>
    public const int Lines = 20;

    public static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    // Kinds are words of ours, a few dozen: nothing a peer sends makes this grow.
    private readonly Dictionary<string, (long Since, int Passed, int Held)> kinds = [];

    /// <summary>True where the line may be written.</summary>
    /// <param name="held">How many of this kind were not written in the while before: to be told with this one.</param>
    public bool Admits(string kind, out int held)
    {
        held = 0;
        var now = time.GetTimestamp();
        if (!kinds.TryGetValue(kind, out var seen) || time.GetElapsedTime(seen.Since, now) >= Period)
        {
            held = seen.Held;
            kinds[kind] = (now, 1, 0);
            return true;
        }

        var passes = seen.Passed < Lines;
        kinds[kind] = passes ? seen with { Passed = seen.Passed + 1 } : seen with { Held = seen.Held + 1 };
        return passes;
    }
}
