namespace Rappel.Core.Callbacks;

/// <summary>
/// Rule 6: after a failed attempt the request waits the retry delay, then is back in its place. A trunk failure is not the customer's
/// doing: it waits a back-off of its own, doubling with each failure in a row. A delay that ends after the expiry is not cut short: the
/// request stays delayed and expires.
/// </summary>
internal static class RetryDelay
{
    public static Instant After(AttemptOutcome outcome, bool usesAttempt, CallbackRequest request, Instant now)
    {
        var retry = request.Terms.RetryDelay;
        if (outcome != AttemptOutcome.TrunkFailure)
        {
            return now + retry;
        }

        var backOff = TrunkBackOff(request.TrunkFailures);
        return now + (usesAttempt && retry > backOff ? retry : backOff);
    }

    /// <param name="failures">In a row, this one included; 1 or more.</param>
    public static TimeSpan TrunkBackOff(int failures)
    {
        var wait = CallbackLimits.TrunkBackOff;
        for (var i = 1; i < failures && wait < CallbackLimits.TrunkBackOffMaximum; i++)
        {
            wait *= 2;
        }

        return wait < CallbackLimits.TrunkBackOffMaximum ? wait : CallbackLimits.TrunkBackOffMaximum;
    }
}
