namespace Rappel.Sip.Transactions;

/// <summary>All timers of a user agent in one indexed binary heap: the next one in O(1), setting and stopping in O(log n). Alarms of one instant ring in the order they were set.</summary>
public sealed class AlarmClock
{
    private readonly List<Alarm> _heap = [];
    private long _order;

    public Instant? Next => _heap.Count > 0 ? _heap[0].At : null;

    /// <summary>Alarms set.</summary>
    public int Count => _heap.Count;

    /// <summary>Sets, moves or (null) stops an alarm.</summary>
    public void Set(Alarm alarm, Instant? at)
    {
        if (at is not { } instant)
        {
            Remove(alarm);
            return;
        }

        if (alarm.IsSet && alarm.At == instant)
        {
            return;
        }

        alarm.At = instant;
        alarm.Order = ++_order;
        if (!alarm.IsSet)
        {
            alarm.Slot = _heap.Count;
            _heap.Add(alarm);
        }

        Down(Up(alarm.Slot));
    }

    /// <summary>Rings what is due, in order.</summary>
    public void Advance(Instant now)
    {
        while (_heap.Count > 0 && _heap[0].At <= now)
        {
            var alarm = _heap[0];
            Remove(alarm);
            alarm.Ring(now);
        }
    }

    private static bool Before(Alarm a, Alarm b) => a.At < b.At || (a.At == b.At && a.Order < b.Order);

    private void Remove(Alarm alarm)
    {
        if (!alarm.IsSet)
        {
            return;
        }

        var slot = alarm.Slot;
        var last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        alarm.Slot = -1;
        if (last != alarm)
        {
            Place(last, slot);
            Down(Up(slot));
        }
    }

    private int Up(int slot)
    {
        var alarm = _heap[slot];
        while (slot > 0 && Before(alarm, _heap[(slot - 1) / 2]))
        {
            Place(_heap[(slot - 1) / 2], slot);
            slot = (slot - 1) / 2;
        }

        Place(alarm, slot);
        return slot;
    }

    private void Down(int slot)
    {
        var alarm = _heap[slot];
        for (var child = (2 * slot) + 1; child < _heap.Count; child = (2 * slot) + 1)
        {
            if (child + 1 < _heap.Count && Before(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!Before(_heap[child], alarm))
            {
                break;
            }

            Place(_heap[child], slot);
            slot = child;
        }

        Place(alarm, slot);
    }

    private void Place(Alarm alarm, int slot)
    {
        _heap[slot] = alarm;
        alarm.Slot = slot;
    }
}
