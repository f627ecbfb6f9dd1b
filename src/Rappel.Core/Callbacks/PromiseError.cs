namespace Rappel.Core.Callbacks;

/// <summary>
/// The expected wait told against the real one. The promise is that the phone rings by then: a line that is busy afterwards, and the
/// retries that come of it, are not the promise's fault. So the first ringing counts, and it alone.
/// </summary>
internal static class PromiseError
{
    public static CallbackRequest AtRinging(CallbackRequest request, Instant now) =>
        request is { ToldWait: { } told, PromiseError: null }
            ? request with { PromiseError = (int)Math.Round((now - request.RequestedAt).TotalSeconds) - told }
            : request;
}
