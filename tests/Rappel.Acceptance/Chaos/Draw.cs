namespace Rappel.Acceptance.Chaos;

/// <summary>Chance from the run's seed: each purpose has a stream of its own, so that one does not disturb another.</summary>
internal sealed class Draw(int seed, string purpose)
{
    private readonly Random random = new(HashCode(seed, purpose));
    private readonly System.Threading.Lock drawing = new();

    public double Next()
    {
        lock (drawing)
        {
            return random.NextDouble();
        }
    }

    public bool Happens(double share) => Next() < share;

    public TimeSpan Between(double seconds, double andSeconds) => TimeSpan.FromSeconds(seconds + (Next() * (andSeconds - seconds)));

    // Not string.GetHashCode, which differs from process to process.
    private static int HashCode(int seed, string purpose) => purpose.Aggregate(seed * 397, (hash, c) => unchecked((hash * 31) + c));
}
