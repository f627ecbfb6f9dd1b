namespace Rappel.Server.Web.Bodies;

/// <summary>The time after a call.</summary>
/// <param name="Interaction">What it is for; null where that is not known any more.</param>
/// <param name="Deadline">When it ends by itself; null where it waits for the agent.</param>
/// <param name="Codes">What the call was about.</param>
/// <param name="Note">What the agent wrote; null for nothing.</param>
/// <param name="Holds">It does not end before a code is given.</param>
/// <param name="Outcomes">What the agent may say became of the callback; empty where it is none.</param>
public sealed record WorkWrapUpBody(
    string? Interaction, string? Callback, DateTime Since, DateTime? Deadline, WorkCodesBody Codes, string? Note, bool Holds,
    IReadOnlyList<string> Outcomes)
{
    /// <summary>What the agent decided of the callback: one of <c>outcomes</c>; null for nothing.</summary>
    public string? Outcome { get; init; }
}
