using System.Threading;

namespace Rappel.Server.Web.Auth;

/// <summary>
/// Slows down whoever guesses passwords, by address and by name. A device on which a person has signed in before counts by itself: whoever
/// guesses elsewhere, even at the same address, does not keep that person out.
/// </summary>
internal sealed class SignInThrottle(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Guesses> _guesses = new(StringComparer.Ordinal);

    /// <summary>Counts the try.</summary>
    /// <returns>How long to wait before one more; null where this one may be made.</returns>
    public TimeSpan? Begin(SignInTry tried)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var keys = KeysOf(tried);
            var until = keys.Max(k => Known(k.Name, now)?.Until ?? now);
            if (until > now)
            {
                return until - now;
            }

            foreach (var (name, free, longest) in keys)
            {
                var count = (Known(name, now)?.Count ?? 0) + 1;
                _guesses[name] = new Guesses(count, now, now + Wait(count - free, longest));
            }

            Bound();
            return null;
        }
    }

    /// <summary>Takes the try back: it was no guess.</summary>
    public void Succeeded(SignInTry tried)
    {
        lock (_lock)
        {
            foreach (var (name, free, longest) in KeysOf(tried))
            {
                if (_guesses.TryGetValue(name, out var guesses))
                {
                    var count = guesses.Count - 1;
                    _guesses[name] = guesses with { Count = count, Until = guesses.Last + Wait(count - free, longest) };
                }
            }
        }
    }

    private static IReadOnlyList<(string Name, int Free, TimeSpan Longest)> KeysOf(SignInTry tried) => tried switch
    {
        { Device: { } device } => [($"device {device} {tried.Name}", SignInLimits.FreeOfDevice, SignInLimits.LongestWaitOfDevice)],
        { Name: { } name } =>
        [
            ($"address {tried.Origin}", SignInLimits.FreeOfAddress, SignInLimits.LongestWaitOfAddress),
            ($"name {name}", SignInLimits.FreeOfName, SignInLimits.LongestWaitOfName),
        ],
        _ => [($"address {tried.Origin}", SignInLimits.FreeOfAddress, SignInLimits.LongestWaitOfAddress)],
    };

    private static TimeSpan Wait(int tooMany, TimeSpan longest) => tooMany switch
    {
        <= 0 => TimeSpan.Zero,
        > 20 => longest,
        _ => TimeSpan.FromTicks(Math.Min(longest.Ticks, SignInLimits.FirstWait.Ticks << (tooMany - 1))),
    };

    private Guesses? Known(string name, Instant now) =>
        _guesses.TryGetValue(name, out var guesses) && now - guesses.Last < SignInLimits.Forgotten ? guesses : null;

    private void Bound()
    {
        if (_guesses.Count <= SignInLimits.Remembered)
        {
            return;
        }

        // Half at once, so that a flood does not sort them with every try.
        foreach (var (name, _) in _guesses.OrderBy(g => g.Value.Last).Take(_guesses.Count / 2).ToList())
        {
            _guesses.Remove(name);
        }
    }

    private readonly record struct Guesses(int Count, Instant Last, Instant Until);
}
