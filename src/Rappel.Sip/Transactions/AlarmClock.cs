namespace Rappel.Sip.Transactions;

/// <summary>
/// All timers of a user agent in one indexed heap: the next one in O(1), setting and stopping in O(log n). Alarms of one instant ring in the order
/// they were set. Tens of thousands are set under load, most for half a minute, so the heap is flat (four below each) and holds the times itself:
/// comparing touches no alarm.
/// </summary>
public sealed class AlarmClock
{
    private const int Fan = 4;

    private readonly List<Entry> _heap = [];
    private long _order;

    public Instant? Next => _heap.Count > 0 ? _heap[0].Alarm.At : null;

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
        var entry = new Entry(instant.UtcTicks, ++_order, alarm);
        if (!alarm.IsSet)
        {
            alarm.Slot = _heap.Count;
            _heap.Add(entry);
        }

        Settle(entry, alarm.Slot);
    }

    /// <summary>Rings what is due, in order.</summary>
    public void Advance(Instant now)
    {
        while (_heap.Count > 0 && _heap[0].Ticks <= now.UtcTicks)
        {
            var alarm = _heap[0].Alarm;
            Remove(alarm);
            alarm.Ring(now);
        }
    }

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
        if (last.Alarm != alarm)
        {
            Settle(last, slot);
        }
    }

    /// <summary>Puts an entry where it belongs, from this slot up or down.</summary>
    private void Settle(Entry entry, int slot)
    {
        while (slot > 0 && entry.IsBefore(_heap[(slot - 1) / Fan]))
        {
            Place(_heap[(slot - 1) / Fan], slot);
            slot = (slot - 1) / Fan;
        }

        for (var child = EarliestChild(slot); child >= 0 && _heap[child].IsBefore(entry); child = EarliestChild(slot))
        {
            Place(_heap[child], slot);
            slot = child;
        }

        Place(entry, slot);
    }

    private int EarliestChild(int slot)
    {
        var first = (slot * Fan) + 1;
        if (first >= _heap.Count)
        {
            return -1;
        }

        var earliest = first;
        for (var child = first + 1; child < Math.Min(first + Fan, _heap.Count); child++)
        {
            earliest = _heap[child].IsBefore(_heap[earliest]) ? child : earliest;
        }

        return earliest;
    }

    private void Place(Entry entry, int slot)
    {
        _heap[slot] = entry;
        entry.Alarm.Slot = slot;
    }

    private readonly record struct Entry(long Ticks, long Order, Alarm Alarm)
    {
        public bool IsBefore(Entry other) => Ticks < other.Ticks || (Ticks == other.Ticks && Order < other.Order);
    }
}
