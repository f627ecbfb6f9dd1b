namespace Rappel.Bench.Scenarios;

/// <summary>What one part found and another begins with.</summary>
internal sealed class Findings
{
    /// <summary>Calls a second that the server carries; null where nobody has looked.</summary>
    public double? Ceiling { get; set; }
}
