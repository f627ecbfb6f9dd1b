using Rappel.Server.Hosting;

namespace Rappel.Simulation;

/// <summary>
/// The clock of the machine the server runs on, which somebody sets now and then, and the server's own clock on top of it: the very one
/// that ships, so that the engine is told exactly the time it would be told.
/// </summary>
internal sealed class SimClock(World world)
{
    private readonly Machine _machine = new(world);
    private Clock? _clock;

    /// <summary>Told when the clock has been compared with the wall, and by how much time was skipped: what the server waits for may be due.</summary>
    public required Action<TimeSpan> OnChecked { get; init; }

    /// <summary>What the server takes for the time.</summary>
    public Instant Now => _clock?.Now ?? _machine.GetUtcNow();

    public int Steps { get; private set; }

    /// <summary>A process starts: it believes the wall.</summary>
    public void Start() => _clock = new Clock(_machine, _ => { });

    public void Stop() => _clock = null;

    /// <summary>Somebody, or the time service, sets the wall clock. The server looks within a second, and every second while it is off.</summary>
    public void Step(TimeSpan by)
    {
        Steps++;
        _machine.Offset += by;
        world.After(TimeSpan.FromMilliseconds(400), Check);
    }

    /// <summary>The earliest true time at which the server's clock can show this instant.</summary>
    public Instant WhenNotBefore(Instant server)
    {
        // Where it runs fast or slow, look again a little before.
        var left = (server - Now) * (IsOff ? 0.9 : 1);
        return world.Now + (left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1));
    }

    private bool IsOff => _clock is { } clock && (clock.Now - _machine.GetUtcNow()).Duration() > TimeSpan.FromMilliseconds(4);

    private void Check()
    {
        OnChecked(_clock?.Check() ?? TimeSpan.Zero);
        if (IsOff)
        {
            world.After(TimeSpan.FromSeconds(1), Check);
        }
    }

    private sealed class Machine(World world) : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => world.Now + Offset;

        public override long GetTimestamp() => world.Now.UtcTicks;
    }
}
