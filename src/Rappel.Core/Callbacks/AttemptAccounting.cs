using Rappel.Core.Config;

namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 5: what fails an attempt. Each outcome ends one attempt, and either uses one of those promised or none.
/// The measure, where the rules leave it open, is the customer's phone: once it rang the attempt was made.
/// </summary>
internal static class AttemptAccounting
{
    /// <param name="request">As it was before; its trunk failures and machines met do not count this one yet.</param>
    public static bool UsesAttempt(AttemptOutcome outcome, CallbackRequest request, CallbackAttempt? attempt) => outcome switch
    {
        AttemptOutcome.Connected => true,

        // Customer first, it is the customer who has waited for an agent in vain: they were rung.
        AttemptOutcome.AgentDidNotAnswer => request.Terms.AgentNoAnswerUsesAttempt || attempt?.RungAt is not null,
        AttemptOutcome.Busy or AttemptOutcome.RingNoAnswer or AttemptOutcome.RefusedByCustomer => true,
        AttemptOutcome.BadNumber => true,
        AttemptOutcome.CustomerHungUp => true,

        // The terms say; bounded, or else a line that only ever has a machine would be rung until the expiry.
        AttemptOutcome.AnsweringMachine =>
            request.Terms.OnMachine != MachineAction.TryLater || request.MachinesMet >= CallbackLimits.MachinesMet,
        AttemptOutcome.MessageLeft or AttemptOutcome.NotConfirmed => true,

        // Bounded: a trunk that never works must not keep a request going from agent to agent.
        AttemptOutcome.TrunkFailure => request.TrunkFailures >= CallbackLimits.TrunkFailures,
        AttemptOutcome.InterruptedByRestart => true,

        // Or else an agent who always hangs up would have one customer rung over and over.
        AttemptOutcome.AgentHungUp or AttemptOutcome.Fault => attempt?.RungAt is not null,
        AttemptOutcome.Withdrawn or AttemptOutcome.CallAgain => false,
        _ => throw new InvalidOperationException($"No accounting for {outcome}."),
    };

    /// <summary>Whether it can end like this while the customer is being dialled or, customer first, waits for an agent.</summary>
    public static bool IsOfDialling(AttemptOutcome outcome) =>
        outcome is not (AttemptOutcome.Connected or AttemptOutcome.CallAgain or AttemptOutcome.Withdrawn);

    /// <summary>Machines that used no attempt, this one included.</summary>
    public static int MachinesMetAfter(AttemptOutcome outcome, bool usesAttempt, CallbackRequest request) =>
        request.MachinesMet + (outcome == AttemptOutcome.AnsweringMachine && !usesAttempt ? 1 : 0);

    /// <summary>Trunk failures in a row: another outcome of dialling shows that the trunk works again.</summary>
    public static int TrunkFailuresAfter(AttemptOutcome outcome, CallbackRequest request) => outcome switch
    {
        AttemptOutcome.TrunkFailure => request.TrunkFailures + 1,
        AttemptOutcome.AgentDidNotAnswer or AttemptOutcome.Withdrawn => request.TrunkFailures,
        AttemptOutcome.AgentHungUp or AttemptOutcome.InterruptedByRestart or AttemptOutcome.Fault => request.TrunkFailures,
        _ => 0,
    };
}
