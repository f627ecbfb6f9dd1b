namespace Rappel.Server.Web.Bodies;

/// <summary>What came of a test event.</summary>
/// <param name="Delivered">Whether the answer was a success (2xx).</param>
/// <param name="Status">HTTP status of the answer; absent where none came.</param>
/// <param name="Trouble">Why no answer came.</param>
/// <param name="Milliseconds">From the request to the answer, or to giving up.</param>
/// <param name="Answer">The beginning of what came back.</param>
/// <param name="Event">What was sent.</param>
public sealed record TriedWebhookBody(bool Delivered, int? Status, string? Trouble, int Milliseconds, string? Answer, SentEventBody Event);

/// <param name="Signed">Whether a signature went with it: only where the webhook has a secret.</param>
/// <param name="Body">The JSON as it was sent.</param>
public sealed record SentEventBody(string Id, string Event, bool Signed, string Body);
