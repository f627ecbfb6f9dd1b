using Rappel.Core.Config;

namespace Rappel.Core.Callbacks;

/// <summary>The ranges of what a Callback object may promise. The configuration check reports them; the book refuses what got past it.</summary>
public static class CallbackTermsRule
{
    public static bool Holds(CallbackTerms terms) => !Violations(terms).Any();

    /// <summary>The parameter's name as configured, and its allowed range in words; none where all is well.</summary>
    public static IEnumerable<(string Parameter, string Allowed)> Violations(CallbackTerms terms)
    {
        if (terms.Attempts is < CallbackLimits.MinimumAttempts or > CallbackLimits.MaximumAttempts)
        {
            yield return ("attempts", "1 to 10");
        }

        if (Outside(terms.RetryDelay, CallbackLimits.MinimumRetryDelay, CallbackLimits.MaximumRetryDelay))
        {
            yield return ("retryDelay", "40 seconds to 90 minutes");
        }

        if (Outside(terms.CancelAfter, CallbackLimits.MinimumCancelAfter, CallbackLimits.MaximumCancelAfter))
        {
            yield return ("cancelAfter", "120 seconds to 72 hours");
        }

        if (Outside(terms.RingTime, CallbackLimits.MinimumRingTime, CallbackLimits.MaximumRingTime))
        {
            yield return ("ringTime", "5 to 120 seconds");
        }
    }

    private static bool Outside(TimeSpan value, TimeSpan minimum, TimeSpan maximum) => value < minimum || value > maximum;
}
