using System.Threading;
using System.Threading.Tasks;

namespace Rappel.Acceptance.Endpoints;

/// <summary>Things that happened at an endpoint, in order; each is given out once by Next.</summary>
internal sealed class EventFeed<T> : IDisposable
    where T : class
{
    private readonly List<T> happened = [];
    private readonly SemaphoreSlim changed = new(0);
    private int seen;

    public void Add(T item)
    {
        lock (happened)
        {
            happened.Add(item);
        }

        changed.Release();
    }

    public IReadOnlyList<T> All
    {
        get
        {
            lock (happened)
            {
                return [.. happened];
            }
        }
    }

    /// <summary>The next that fits, skipping others; null where none came in time. What was skipped is not given out later.</summary>
    public async Task<T?> Next(Func<T, bool> fits, TimeSpan within)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            lock (happened)
            {
                for (var i = seen; i < happened.Count; i++)
                {
                    if (fits(happened[i]))
                    {
                        seen = i + 1;
                        return happened[i];
                    }
                }
            }

            var left = within - TimeProvider.System.GetElapsedTime(until);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await changed.WaitAsync(left);
        }
    }

    public void Dispose() => changed.Dispose();
}
