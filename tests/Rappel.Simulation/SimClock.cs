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

    /// <summary>Told when the server's time jumped, so that what it waits for may be due.</summary>
    public Action OnChecked { get; set; } = () => { };

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
        var left = server - Now;
        return world.Now + (left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1));
    }

    private void Check()
    {
        _clock?.Check();
        OnChecked();
        if (_clock is { } clock && (clock.Now - _machine.GetUtcNow()).Duration() > TimeSpan.FromMilliseconds(4))
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
