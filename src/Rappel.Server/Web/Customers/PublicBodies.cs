using System.ComponentModel.DataAnnotations;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Schedules;
using Rappel.Server.Web.Bodies;

namespace Rappel.Server.Web.Customers;

/// <summary>A callback request as its customer sees it.</summary>
/// <param name="Tenant">Who will call.</param>
/// <param name="Final">Nothing more happens.</param>
/// <param name="Number">In part.</param>
/// <param name="Window">When they asked to be called; null for as soon as possible.</param>
/// <param name="NextAt">Not called before; null for as soon as it is their turn.</param>
/// <param name="ExpiresAt">Not called from then on.</param>
/// <param name="Ahead">Who come before them, where they are in line.</param>
/// <param name="ExpectedAt">When they can expect the call; null where that is not known.</param>
/// <param name="Open">Whether calls are made now.</param>
/// <param name="MayChange">Whether it can be changed or cancelled now: not while they are being called.</param>
/// <param name="TimeZone">IANA, of the times they are shown; null for their own.</param>
/// <param name="Windows">What can be chosen instead.</param>
public sealed record PublicRequestBody(
    string Tenant, CallbackStatus Status, bool Final, string Number, string? Name, string Language, DateTime RequestedAt, WindowBody? Window, DateTime? NextAt,
    DateTime ExpiresAt, DateTime? EndedAt, int? Ahead, DateTime? ExpectedAt, bool Open, bool MayChange, string? TimeZone, IReadOnlyList<WindowBody> Windows);

/// <summary>What a customer changes: the window, the number, or to as soon as possible; one of them.</summary>
/// <param name="Number">As typed: it goes through the dial plan.</param>
public sealed record ChangePublicRequestBody(
    DateTime? From = null, DateTime? Until = null, [property: MaxLength(ApiLimits.MaximumNumber)] string? Number = null, bool? AsSoonAsPossible = null);

/// <param name="Number">As typed.</param>
public sealed record CheckNumberBody([property: Required, MaxLength(ApiLimits.MaximumNumber)] string Number);

/// <param name="Number">What would be dialled, to be read back.</param>
public sealed record CheckedNumberBody(string Number);

/// <summary>What a widget shows.</summary>
/// <param name="Tenant">Who will call.</param>
/// <param name="Languages">The first is for pages in none of them.</param>
/// <param name="Open">Whether calls are made now.</param>
/// <param name="OpensAt">Where closed: from when on; null for never.</param>
/// <param name="ClosesAt">Where open: until when; null for always.</param>
/// <param name="ExpectedWaitSeconds">Of those who wait for somebody now; null where not known.</param>
public sealed record PublicWidgetBody(
    string Tenant, IReadOnlyList<string> Languages, string? Color, bool Open, DateTime? OpensAt, DateTime? ClosesAt, int? ExpectedWaitSeconds, string? TimeZone,
    IReadOnlyList<WindowBody> Windows);

/// <summary>What somebody asks a widget for.</summary>
/// <param name="Number">As typed: it goes through the dial plan.</param>
/// <param name="From">With <c>until</c>: one of the windows offered. Default: as soon as possible.</param>
/// <param name="Website">Left empty by people: they do not see it.</param>
public sealed record AskWidgetBody(
    [property: Required, MaxLength(ApiLimits.MaximumNumber)] string Number, [property: MaxLength(ApiLimits.MaximumName)] string? Name = null, DateTime? From = null,
    DateTime? Until = null, string? Language = null, string? Website = null);

/// <param name="Link">Where on this server they see, change and cancel it.</param>
public sealed record AskedWidgetBody(string Link, PublicRequestBody Request);

/// <summary>Opening hours as customers are told of them.</summary>
/// <param name="TimeZone">Whose clocks.</param>
internal sealed record PublicHours(bool Open, Instant? OpensAt, Instant? ClosesAt, string? TimeZone, IReadOnlyList<WindowBody> Windows)
{
    /// <param name="customerZone">The customer's, where it is known: they are called by their clocks.</param>
    public static PublicHours Of(ConfigurationSnapshot configuration, string queue, string? customerZone, Instant now)
    {
        var schedule = configuration.OutboundQueues.GetValueOrDefault(queue)?.Schedule is { } key ? configuration.Schedules.GetValueOrDefault(key) : null;
        IReadOnlyList<WindowBody> windows =
            [.. CallingWindows.Next(schedule, now, customerZone).Select(w => new WindowBody(w.From.UtcDateTime, w.Until.UtcDateTime))];
        if (schedule is null)
        {
            return new PublicHours(true, null, null, customerZone, windows);
        }

        var open = ScheduleClock.IsOpen(schedule, now, customerZone);
        return new PublicHours(
            open, open ? null : ScheduleClock.NextOpen(schedule, now, customerZone), open ? ScheduleClock.NextChange(schedule, now, customerZone) : null,
            customerZone ?? schedule.TimeZone, windows);
    }
}
