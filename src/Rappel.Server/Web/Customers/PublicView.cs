using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Server.Web.Bodies;
using Rappel.Storage;

namespace Rappel.Server.Web.Customers;

/// <summary>Shows a customer their own request.</summary>
internal static class PublicView
{
    private const int DigitsShown = 2;
    private const int DigitsBefore = 4;

    public static PublicRequestBody Of(CallbackRequest request, ConfigurationSnapshot configuration, IStore store, Instant now)
    {
        var hours = PublicHours.Of(configuration, request.Terms.Queue, request.TimeZone, now);
        var mayChange = !request.IsFinal && request.Status is not (CallbackStatus.Dialling or CallbackStatus.Connected);
        var window = request.Handling?.Window is { } asked && asked.Until > now ? WindowBody.Of(asked) : null;
        var isInLine = request.Status is CallbackStatus.Waiting or CallbackStatus.Offering && !request.IsHeld;
        return new PublicRequestBody(
            configuration.Name, request.Status, request.IsFinal, Masked(request.Number), request.CustomerName, request.Language, request.RequestedAt.UtcDateTime, window,
            request.Status == CallbackStatus.Delayed ? request.DueAt?.UtcDateTime : null, request.ExpiresAt.UtcDateTime, request.EndedAt?.UtcDateTime,
            isInLine ? store.CountAhead(request.Tenant, request.Terms.Queue, request.LinePlace) : null,
            isInLine && window is null && request.ToldWait is { } told ? request.RequestedAt.AddSeconds(told).UtcDateTime : null,
            hours.Open, mayChange, hours.TimeZone, mayChange ? hours.Windows : []);
    }

    /// <summary>The country and area, and the last digits: enough to know one's own number by, not to read another's.</summary>
    public static string Masked(string number)
    {
        var before = Math.Min(DigitsBefore + 1, Math.Max(0, number.Length - DigitsShown - 1));
        var hidden = number.Length - before - DigitsShown;
        return hidden <= 0 ? number : number[..before] + new string('•', hidden) + number[^DigitsShown..];
    }
}
