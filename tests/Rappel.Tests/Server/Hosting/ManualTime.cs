namespace Rappel.Tests.Server.Hosting;

/// <summary>A wall clock and a monotonic one, moved by hand and apart.</summary>
internal sealed class ManualTime : TimeProvider
{
    public static readonly Instant Start = new(2025, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private TimeSpan elapsed;
    private TimeSpan offset;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override Instant GetUtcNow() => Start + elapsed + offset;

    public override long GetTimestamp() => elapsed.Ticks;

    public void Pass(TimeSpan time) => elapsed += time;

    /// <summary>Somebody sets the wall clock.</summary>
    public void SetWall(TimeSpan by) => offset += by;
}
