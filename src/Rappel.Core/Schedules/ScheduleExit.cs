namespace Rappel.Core.Schedules;

/// <summary>What a schedule says of a moment: open, closed, or one of the numbered treatments.</summary>
public readonly record struct ScheduleExit
{
    // 0 is closed, so that a default value lets nothing through; 1 is open; 2 and up are treatments #1 and up.
    private readonly int code;

    private ScheduleExit(int code) => this.code = code;

    public static readonly ScheduleExit Closed = new(0);

    public static readonly ScheduleExit Open = new(1);

    /// <param name="treatment">0 for open, 1-6 for exit #1-#6, as in the snapshot's intervals.</param>
    public static ScheduleExit OfTreatment(int treatment) => new(treatment + 1);

    /// <summary>Name of the script exit: <c>open</c>, <c>closed</c>, <c>#1</c>.</summary>
    public string Name => code switch
    {
        0 => "closed",
        1 => "open",
        _ => $"#{code - 1}",
    };

    public override string ToString() => Name;
}
