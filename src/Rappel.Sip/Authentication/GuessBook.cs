namespace Rappel.Sip.Authentication;

/// <summary>Wrong passwords by the address they come from, so that nobody guesses as fast as we answer.</summary>
internal sealed class GuessBook(SipLimits limits)
{
    private readonly Dictionary<string, Guesses> _guesses = new(StringComparer.Ordinal);

    /// <summary>Whether so many wrong ones came from there that a right one is not believed either, for a while.</summary>
    public bool IsTooMany(Instant now, string address) =>
        _guesses.TryGetValue(address, out var guesses) && now - guesses.Since < limits.GuessPeriod && guesses.Count >= limits.Guesses;

    public void Add(Instant now, string address)
    {
        var known = _guesses.TryGetValue(address, out var guesses) && now - guesses.Since < limits.GuessPeriod;
        if (!known && _guesses.Count >= limits.GuessAddresses)
        {
            // Addresses are forged by the thousand over UDP. To forget all is to slow nobody down for a moment; to remember all is to run out of memory.
            _guesses.Clear();
        }

        _guesses[address] = known ? guesses with { Count = guesses.Count + 1 } : new Guesses(1, now);
    }

    private readonly record struct Guesses(int Count, Instant Since);
}
