using System.Text;

namespace Rappel.Simulation;

/// <summary>FNV-1a over everything that left the engine, with its time: two runs of one seed must agree to the byte.</summary>
internal sealed class Trace
{
    private const ulong Prime = 1099511628211;

    public ulong Hash { get; private set; } = 14695981039346656037;

    public void Add(Instant at, string kind, ReadOnlySpan<byte> bytes)
    {
        Add(BitConverter.GetBytes(at.UtcTicks));
        Add(Encoding.UTF8.GetBytes(kind));
        Add(bytes);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        var hash = Hash;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Prime;
        }

        Hash = hash;
    }
}
