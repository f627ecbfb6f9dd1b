namespace Rappel.Simulation.Waits;

/// <summary>How a day goes: who calls, and who is there to answer.</summary>
/// <param name="CallsPerHour">At this time since the beginning.</param>
/// <param name="Agents">On duty at this time.</param>
internal sealed record LoadShape(string Name, TimeSpan Length, Func<TimeSpan, double> CallsPerHour, Func<TimeSpan, int> Agents)
{
    /// <summary>Nobody's plan has more agents than this.</summary>
    public const int MostAgents = 16;

    /// <summary>Twelve agents who take 260 s a call handle 166 an hour.</summary>
    public static readonly LoadShape[] All =
    [
        new("constant", TimeSpan.FromHours(8), _ => 175, _ => 12),
        new("rising", TimeSpan.FromHours(6), at => 100 + (25 * at.TotalHours), _ => 12),
        new("shift change", TimeSpan.FromHours(6), _ => 160, at => at.TotalHours % 3 < 1.5 ? 14 : at.TotalHours % 3 < 2 ? 6 : 12),
    ];
}
