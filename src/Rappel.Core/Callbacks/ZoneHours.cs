namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 10, by the customer's clock: an outbound queue is open or closed for each time zone its customers are in. A queue that nothing was
/// said about has no hours and is open. Once something was said, a zone that was not named is closed: rather late than at night.
/// </summary>
internal sealed class ZoneHours
{
    private readonly Dictionary<string, bool> told = new(StringComparer.Ordinal);
    private readonly HashSet<string> wanted = new(StringComparer.Ordinal);

    /// <summary>What is known. It must be kept true while nobody waits there, or the next one would be taken at yesterday's word.</summary>
    public IEnumerable<string> Told => told.Keys;

    /// <param name="zone">IANA name; null for customers whose zone is not known.</param>
    public bool IsOpen(string? zone) => told.Count == 0 || (told.TryGetValue(Key(zone), out var open) && open);

    /// <summary>False where it was known already.</summary>
    public bool Tell(string? zone, bool open)
    {
        wanted.Remove(Key(zone));
        if (told.TryGetValue(Key(zone), out var known) && known == open)
        {
            return false;
        }

        told[Key(zone)] = open;
        return true;
    }

    /// <summary>True where the hours must be asked for, once.</summary>
    public bool Wants(string? zone) => told.Count > 0 && !told.ContainsKey(Key(zone)) && wanted.Add(Key(zone));

    public static string Key(string? zone) => zone ?? "";
}
