namespace Rappel.Sip.Transactions;

/// <summary>One thing to do at an instant. Made by an <see cref="AlarmClock"/>.</summary>
public sealed class Alarm(Action<Instant> ring)
{
    /// <summary>Place in the heap; -1 while not set.</summary>
    internal int Slot { get; set; } = -1;

    internal Instant At { get; set; }

    internal long Order { get; set; }

    public bool IsSet => Slot >= 0;

    internal void Ring(Instant now) => ring(now);
}
