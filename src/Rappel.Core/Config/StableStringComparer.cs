namespace Rappel.Core.Config;

/// <summary>
/// Ordinal, with a hash that is the same in every process. .NET seeds its own string hashes at random, so a dictionary keyed by
/// them is walked in another order in each run, and a simulation would not replay.
/// </summary>
public sealed class StableStringComparer : IEqualityComparer<string>
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    public static readonly StableStringComparer Instance = new();

    private StableStringComparer()
    {
    }

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public int GetHashCode(string obj)
    {
        var hash = FnvOffset;
        foreach (var unit in obj)
        {
            hash = (hash ^ unit) * FnvPrime;
        }

        return unchecked((int)hash);
    }
}
