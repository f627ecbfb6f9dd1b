using System.Runtime.InteropServices;

namespace Rappel.Simulation;

/// <summary>A hash over everything that left the engine, with its time: two runs of one seed must agree to the byte.</summary>
internal sealed class Trace
{
    private const ulong Prime = 1099511628211;

    public ulong Hash { get; private set; } = 14695981039346656037;

    public void Add(Instant at, string kind, ReadOnlySpan<byte> bytes)
    {
        Add(at, kind, bytes.Length);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            Mix(word);
        }

        foreach (var last in bytes[(8 * words.Length)..])
        {
            Mix(last);
        }
    }

    public void Add(Instant at, string kind, long number)
    {
        Mix((ulong)at.UtcTicks);
        Mix((ulong)number);
        foreach (var letter in kind)
        {
            Mix(letter);
        }
    }

    public void Mix(ulong word)
    {
        // FNV-1a by words, with the high bits brought down: a product alone never moves anything to the right.
        var hash = (Hash ^ word) * Prime;
        Hash = hash ^ (hash >> 29);
    }
}
