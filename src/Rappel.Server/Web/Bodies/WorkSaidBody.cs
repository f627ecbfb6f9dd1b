using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Storage;

namespace Rappel.Server.Web.Bodies;

/// <summary>What an agent has said about a call, and may say, in it and in the wrap-up.</summary>
/// <param name="Outcomes">What may be said to have come of the callback; empty where it is none, or has reached nobody.</param>
/// <param name="Outcome">What was decided, and the end of the wrap-up makes true; null for nothing.</param>
public sealed record WorkSaidBody(WorkCodesBody Codes, string? Note, IReadOnlyList<string> Outcomes, string? Outcome)
{
    internal static readonly WorkSaidBody Nothing = new(new WorkCodesBody(null, false, AfterCallLimits.Codes, []), null, [], null);

    public static WorkSaidBody? Of(LiveSaid? said) => said is null ? null : new(
        new WorkCodesBody(said.Wanted.List, said.Wanted.Mandatory, AfterCallLimits.Codes, said.Codes), said.Note,
        said.MayDecide ? Words.All<DecidedOutcome>() : [], said.Outcome is { } outcome ? Words.Of(outcome) : null);
}
