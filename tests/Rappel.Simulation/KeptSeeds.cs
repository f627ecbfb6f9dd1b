using System.IO;

namespace Rappel.Simulation;

/// <summary>Seeds that once found something, or that cover a fault well: a line each, the seed, its hours, and what it is kept for.</summary>
internal static class KeptSeeds
{
    public static IReadOnlyList<StretchOptions> Read(string file, double callsPerHour) =>
    [
        .. File.ReadLines(file)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new StretchOptions(ulong.Parse(words[0]), double.Parse(words[1]), callsPerHour, false)),
    ];
}
