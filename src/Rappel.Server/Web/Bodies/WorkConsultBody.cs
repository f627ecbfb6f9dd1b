using Rappel.Engine.Desk.Live;

namespace Rappel.Server.Web.Bodies;

/// <summary>Whom an agent asks while the customer waits.</summary>
/// <param name="Target">Key of an agent, or a number.</param>
/// <param name="Why">Where it failed: <c>busy</c>, <c>no-answer</c>, <c>failed</c> or <c>ended</c>; null otherwise.</param>
public sealed record WorkConsultBody(string Target, string TargetName, LiveConsultState State, string? Why)
{
    public static WorkConsultBody? Of(LiveConsult? consult) =>
        consult is null ? null : new(consult.Target, consult.TargetName, consult.State, consult.Why);
}
