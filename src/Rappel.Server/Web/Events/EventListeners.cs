using System.Collections.Immutable;
using System.Threading;

namespace Rappel.Server.Web.Events;

/// <summary>All who listen.</summary>
internal sealed class EventListeners : IDisposable
{
    private readonly Lock _changing = new();
    private readonly SemaphoreSlim _arrived = new(0, 1);
    private ImmutableArray<EventListener> _all = [];
    private bool _closed;

    /// <param name="stopping">The server ends, and waits for its connections: it would wait for these in vain.</param>
    public EventListeners(CancellationToken stopping) => stopping.Register(Close);

    public ImmutableArray<EventListener> All
    {
        get
        {
            lock (_changing)
            {
                return _all;
            }
        }
    }

    /// <summary>Released when somebody comes.</summary>
    public SemaphoreSlim Arrived => _arrived;

    /// <returns>False where there are too many, or the server ends.</returns>
    public bool TryAdd(EventListener listener)
    {
        lock (_changing)
        {
            if (_closed || _all.Length >= EventLimits.Listeners)
            {
                return false;
            }

            _all = _all.Add(listener);
            if (_arrived.CurrentCount == 0)
            {
                _arrived.Release();
            }

            return true;
        }
    }

    public void Remove(EventListener listener)
    {
        listener.Dismiss();
        lock (_changing)
        {
            _all = _all.Remove(listener);
        }
    }

    /// <summary>Somebody signed out.</summary>
    public void EndSession(string session)
    {
        foreach (var listener in All.Where(l => l.Session == session))
        {
            listener.Dismiss();
        }
    }

    public void Dispose() => _arrived.Dispose();

    /// <summary>Nobody is kept, and nobody is let in any more.</summary>
    private void Close()
    {
        lock (_changing)
        {
            _closed = true;
            foreach (var listener in _all)
            {
                listener.Dismiss();
            }
        }
    }
}
