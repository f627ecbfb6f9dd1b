namespace Rappel.Simulation;

/// <summary>SplitMix64: the only source of chance in a run. Each part of the world draws from its own, so that one more draw in one part moves no other.</summary>
internal sealed class SimRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to 1, 1 left out.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    /// <summary>From low to high, high left out.</summary>
    public int Between(int low, int high) => low + (int)(Share() * (high - low));

    public TimeSpan Milliseconds(int low, int high) => TimeSpan.FromMilliseconds(Between(low, high));

    public TimeSpan Seconds(double low, double high) => TimeSpan.FromMilliseconds(Math.Round(1000 * (low + (Share() * (high - low)))));

    /// <summary>Times between independent arrivals.</summary>
    public TimeSpan Exponential(TimeSpan mean) => TimeSpan.FromMilliseconds(Math.Round(-Math.Log(1 - Share()) * mean.TotalMilliseconds));

    public SimRandom Fork() => new(Next());
}
