namespace Rappel.Engine.Desk.Live;

/// <summary>Whom an agent asks while the customer waits.</summary>
/// <param name="Target">Key of an agent, or a number.</param>
/// <param name="Why">Where it failed: <c>busy</c>, <c>no-answer</c>, <c>failed</c> or <c>ended</c>; null otherwise.</param>
public sealed record LiveConsult(string Target, string TargetName, LiveConsultState State, string? Why);
