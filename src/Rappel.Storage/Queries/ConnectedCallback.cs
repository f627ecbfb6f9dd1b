namespace Rappel.Storage.Queries;

/// <param name="ConnectedAfter">From the request until customer and agent were connected.</param>
/// <param name="PromiseErrorSeconds">By how much longer (shorter, where negative) than told it took until the customer's phone first rang; null
/// where nothing was told.</param>
public readonly record struct ConnectedCallback(string Queue, Instant RequestedAt, TimeSpan ConnectedAfter, int? PromiseErrorSeconds);
