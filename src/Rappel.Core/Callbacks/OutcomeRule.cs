using Rappel.Core.Calls;

namespace Rappel.Core.Callbacks;

/// <summary>What an agent decides of an answered attempt means to its request.</summary>
internal static class OutcomeRule
{
    /// <summary>Why such a request ended.</summary>
    public const string WrongNumber = "wrong-number";

    /// <summary>As long as the request was to live at first, from when the customer is to be called again.</summary>
    public static CallbackWindow Window(CallbackDecision again, CallbackRequest request, Instant from) => new(from, from + request.Terms.CancelAfter);

    /// <summary>Settled: what was to be decided about that conversation is kept no longer.</summary>
    public static CallbackRequest Settled(CallbackRequest request) =>
        request.IsTalkOver || request.Handling?.Decision is not null
            ? request.Handled(h => h with { TalkEndedAt = null, Decision = null })
            : request;

    /// <summary>For the journal.</summary>
    public static string Text(CallbackDecision decision)
    {
        var what = decision.Outcome switch
        {
            DecidedOutcome.VoicemailReached => "voicemail-reached",
            DecidedOutcome.WrongNumber => WrongNumber,
            _ => $"call-again{(decision.At is { } at ? $" at {at:u}" : "")}{(decision.Number is { } other ? $" {other.Number}" : "")}",
        };
        return decision.Why is null ? what : $"{what}: {decision.Why}";
    }
}
