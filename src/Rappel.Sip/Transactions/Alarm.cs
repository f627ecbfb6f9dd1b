namespace Rappel.Sip.Transactions;

/// <summary>One thing to do at an instant. Made by an <see cref="AlarmClock"/>.</summary>
public class Alarm
{
    private readonly Action<Instant>? ring;

    public Alarm(Action<Instant> ring) => this.ring = ring;

    /// <summary>For one that knows itself what to do.</summary>
    private protected Alarm()
    {
    }

    /// <summary>Place in the heap; -1 while not set.</summary>
    internal int Slot { get; set; } = -1;

    internal Instant At { get; set; }

    public bool IsSet => Slot >= 0;

    internal virtual void Ring(Instant now) => ring!(now);
}
