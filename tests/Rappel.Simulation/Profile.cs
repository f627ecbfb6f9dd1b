namespace Rappel.Simulation;

/// <summary>
/// What one stretch is like: each fault is on in some stretches and off in others, since faults that are always on hide one another.
/// A mean time of null is never.
/// </summary>
internal sealed record Profile
{
    private static readonly Instant[] Nights =
    [
        // The nights on which clocks change in Montréal and Vancouver, the turn of a year, the end of a February of 29 days, and a plain week.
        new(2026, 3, 8, 6, 0, 0, TimeSpan.Zero),
        new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero),
        new(2027, 3, 14, 6, 0, 0, TimeSpan.Zero),
        new(2027, 11, 7, 6, 0, 0, TimeSpan.Zero),
        new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero),
        new(2028, 2, 29, 5, 0, 0, TimeSpan.Zero),
        new(2026, 6, 17, 12, 0, 0, TimeSpan.Zero),
    ];

    public required Instant Start { get; init; }

    /// <summary>Of each datagram.</summary>
    public double Loss { get; init; }

    public double Duplicates { get; init; }

    public double Delays { get; init; }

    public TimeSpan? Crashes { get; init; }

    /// <summary>Of each flush: the process dies right before, between or right after.</summary>
    public double CrashAtFlush { get; init; }

    /// <summary>Of each commit: the process dies in the turn that asked for it, before what follows has left.</summary>
    public double CrashInTurn { get; init; }

    public TimeSpan? DiskTroubles { get; init; }

    public double SlowFlushes { get; init; }

    public TimeSpan? ClockSteps { get; init; }

    public TimeSpan? Publications { get; init; }

    public TimeSpan? CarrierOutages { get; init; }

    public TimeSpan? PhonesGone { get; init; }

    /// <summary>Between two things that a supervisor or a program does.</summary>
    public TimeSpan? Interventions { get; init; }

    /// <summary>Of each offer: 0 for agents who always answer.</summary>
    public double AgentFaults { get; init; }

    /// <summary>Of each customer rung: 0 for customers who always answer.</summary>
    public double CustomerFaults { get; init; }

    /// <summary>Of the customers who answer: those that are machines.</summary>
    public double Machines { get; init; }

    /// <summary>How long conversations last: what decides whether agents can keep up.</summary>
    public (double From, double To) TalkSeconds { get; init; }

    /// <summary>Different numbers that call and are called: few, and the same person calls again and again.</summary>
    public int Numbers { get; init; }

    public static Profile Draw(SimRandom random)
    {
        TimeSpan? Sometimes(double probability, double hoursFrom, double hoursTo) =>
            random.Chance(probability) ? random.Seconds(hoursFrom * 3600, hoursTo * 3600) : null;

        var night = Nights[random.Between(0, Nights.Length)];
        var longest = random.Chance(0.6) ? random.Between(150, 320) : random.Between(320, 600);
        return new Profile
        {
            Start = night - random.Seconds(0.5 * 3600, 9 * 3600),
            Loss = random.Chance(0.7) ? 0.015 * random.Share() : 0,
            Duplicates = random.Chance(0.7) ? 0.03 * random.Share() : 0,
            Delays = random.Chance(0.7) ? 0.05 * random.Share() : 0,
            Crashes = Sometimes(0.7, 1, 8),
            CrashAtFlush = random.Chance(0.5) ? 0.0006 * random.Share() : 0,
            CrashInTurn = random.Chance(0.4) ? 0.0003 * random.Share() : 0,
            DiskTroubles = Sometimes(0.5, 1, 10),
            SlowFlushes = random.Chance(0.5) ? 0.02 : 0,
            ClockSteps = Sometimes(0.4, 2, 20),
            Publications = Sometimes(0.5, 0.5, 10),
            CarrierOutages = Sometimes(0.5, 1, 10),
            PhonesGone = Sometimes(0.5, 1, 8),
            Interventions = Sometimes(0.6, 0.02, 0.5),
            AgentFaults = random.Chance(0.8) ? 0.4 * random.Share() : 0,
            CustomerFaults = random.Chance(0.9) ? random.Share() : 0,
            Machines = random.Chance(0.6) ? 0.4 * random.Share() : 0,
            TalkSeconds = (random.Between(10, 60), longest),
            Numbers = random.Chance(0.3) ? random.Between(20, 200) : 10_000,
        };
    }
}
