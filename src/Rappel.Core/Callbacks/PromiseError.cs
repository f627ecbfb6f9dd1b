namespace Rappel.Core.Callbacks;

/// <summary>
/// The expected wait told against the real one. The promise is that the phone rings by then: a line that is busy afterwards, and the
/// retries that come of it, are not the promise's fault. So the first ringing counts, and it alone.
/// </summary>
internal static class PromiseError
{
    public static CallbackRequest AtRinging(CallbackRequest request, Instant now) =>
        request is { ToldWait: { } told, PromiseError: null }
            ? request with { PromiseError = Late(request, told, now) }
            : request;

    /// <summary>The ringing told of at <paramref name="at"/> did not take place. One of an earlier attempt still counts.</summary>
    public static CallbackRequest NotRung(CallbackRequest request, Instant at) =>
        request is { ToldWait: { } told, PromiseError: { } error } && request.AttemptsUsed == 0 && error == Late(request, told, at)
            ? request with { PromiseError = null }
            : request;

    private static int Late(CallbackRequest request, int told, Instant at) => (int)Math.Round((at - request.RequestedAt).TotalSeconds) - told;
}
