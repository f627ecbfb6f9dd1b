namespace Rappel.Storage.Reports;

/// <summary>A quarter of an hour, the finest that reports count by. Every time zone in use is whole quarters away from UTC, so hours and days
/// of any zone are whole slots, whatever daylight saving does.</summary>
public static class Slot
{
    public const long Ticks = 15 * TimeSpan.TicksPerMinute;

    /// <summary>The slot a moment lies in.</summary>
    public static int Of(Instant moment) => (int)(moment.UtcTicks / Ticks);

    /// <summary>The slot's first moment.</summary>
    public static Instant Start(int slot) => new(slot * Ticks, TimeSpan.Zero);

    /// <summary>The first slot that begins at the moment or after it.</summary>
    public static int From(Instant moment) => (int)((moment.UtcTicks + Ticks - 1) / Ticks);
}
