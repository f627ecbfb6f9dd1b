using System.Threading;

namespace Rappel.Server.Web.Customers;

/// <summary>Counts what numbers, programs, addresses and links ask for, each against its allowance. In memory: a restart forgives.</summary>
public sealed class CallerThrottle(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Used> _used = new(StringComparer.Ordinal);

    /// <summary>Takes one from each allowance, or from none where one is used up.</summary>
    /// <param name="counted">By name; names of different kinds must differ.</param>
    /// <returns>How long to wait; null where it may be done now.</returns>
    public TimeSpan? Take(params ReadOnlySpan<(string Name, Allowance Of)> counted)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            TimeSpan? wait = null;
            foreach (var (name, of) in counted)
            {
                var missing = 1 - Left(name, of, now);
                var longer = missing > 0 ? of.Over * (missing / of.Count) : (TimeSpan?)null;
                wait = longer > (wait ?? TimeSpan.Zero) ? longer : wait;
            }

            if (wait is not null)
            {
                return wait;
            }

            foreach (var (name, of) in counted)
            {
                _used[name] = new Used(Left(name, of, now) - 1, now, now + of.Over);
            }

            Bound(now);
            return null;
        }
    }

    private double Left(string name, Allowance of, Instant now) => _used.TryGetValue(name, out var used)
        ? Math.Min(of.Count, used.Left + (now - used.At).TotalSeconds * of.Count / of.Over.TotalSeconds)
        : of.Count;

    private void Bound(Instant now)
    {
        if (_used.Count <= CallerLimits.Remembered)
        {
            return;
        }

        // Half at once, so that a flood does not sort them with every request.
        foreach (var (name, _) in _used.OrderBy(u => u.Value.FullAt > now).ThenBy(u => u.Value.At).Take(_used.Count / 2).ToList())
        {
            _used.Remove(name);
        }
    }

    /// <param name="FullAt">From then on it is as if nothing had been used.</param>
    private readonly record struct Used(double Left, Instant At, Instant FullAt);
}
