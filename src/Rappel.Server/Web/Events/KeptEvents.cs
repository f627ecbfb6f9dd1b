namespace Rappel.Server.Web.Events;

/// <summary>The last events about rows, for a listener who was away for a moment.</summary>
internal sealed class KeptEvents
{
    private readonly Queue<EventFrame> _frames = new();

    /// <summary>All events about rows after this one are here.</summary>
    private long _completeAfter;

    public void Add(EventFrame frame)
    {
        _frames.Enqueue(frame);
        if (_frames.Count > EventLimits.KeptEvents)
        {
            _completeAfter = _frames.Dequeue().Serial;
        }
    }

    /// <summary>From here on some are not told.</summary>
    public void Forget(long serial)
    {
        _frames.Clear();
        _completeAfter = serial;
    }

    /// <summary>Those after the event of this serial, in order; null where some of them are not here any more.</summary>
    public IReadOnlyList<EventFrame>? Since(long serial) => serial < _completeAfter ? null : [.. _frames.Where(f => f.Serial > serial)];
}
