using System.Diagnostics;

namespace Rappel.Server.Net.Media;

/// <summary>
/// When beats are due: start + n × 20 ms of monotonic time for each slot of sessions, the slots evenly spread over the 20 ms. Lateness of one
/// beat is not passed on to the next.
/// </summary>
/// <param name="start">Monotonic ticks (<see cref="Stopwatch"/>); the first slot's first beat comes one step later.</param>
/// <param name="period">Between two beats of one slot, in the same ticks.</param>
public sealed class BeatClock(long start, long period, int slots)
{
    private readonly long step = period / slots;
    private long rounds;

    /// <summary>Beats of each slot given up after stalls.</summary>
    public long Skipped { get; private set; }

    /// <summary>The slot whose beat is next.</summary>
    public int Slot { get; private set; }

    /// <summary>When that is.</summary>
    public long Next => start + (rounds * period) + ((Slot + 1) * step);

    /// <summary>True where a beat is due; it counts as made then. After a stall only the last <see cref="MediaNetLimits.LateBeats"/> of each slot are.</summary>
    /// <param name="late">Ticks since it was due.</param>
    public bool TryTake(long now, out int slot, out long late)
    {
        slot = Slot;
        late = now - Next;
        if (late < 0)
        {
            return false;
        }

        // Whole rounds: whatever its slot, each stream loses as many.
        var lost = Math.Max(0, (late / period) + 1 - MediaNetLimits.LateBeats);
        rounds += lost;
        Skipped += lost;
        Slot++;
        if (Slot == slots)
        {
            Slot = 0;
            rounds++;
        }

        return true;
    }

    /// <summary>When the next slot is due that somebody is in, or the first one, which always is waited for.</summary>
    /// <param name="inSlot">How many are in each.</param>
    public long NextWanted(Func<int, int> inSlot)
    {
        var slot = Slot;
        var at = Next;
        while (slot != 0 && inSlot(slot) == 0)
        {
            slot = (slot + 1) % slots;
            at += step;
        }

        return at;
    }
}
