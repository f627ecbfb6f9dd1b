using System.Globalization;
using Rappel.Core.Config;
using Rappel.Core.Schedules;
using Rappel.Server.Web.Problems;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Server.Web.Reports;

/// <summary>Reads what a report is asked for from the query.</summary>
internal sealed class ReportReading(QueryReader query, ConfigurationSnapshot configuration, Instant now)
{
    private static readonly string[] Words = ["none", "15m", "hour", "day", "week", "month"];

    /// <summary>Null where something is wrong; the reader then says what.</summary>
    public ReportRequest? Read(ReportKind kind, ReportQuery asked)
    {
        var span = Span(asked);
        var filters = new (string Column, string? Value)[] { ("queue", asked.Queue), ("agent", asked.Agent), ("channel", asked.Channel) };
        var where = new List<KeyValuePair<string, string>>();
        foreach (var (column, value) in filters)
        {
            if (query.Text(column, value, ApiLimits.MaximumKey) is not { } key)
            {
                continue;
            }

            if (!kind.Filters.Contains(column))
            {
                query.Wrong(column, "is not kept apart in this report", string.Join(", ", kind.Filters));
            }

            where.Add(new(column, key));
        }

        if (span is null || query.Problems.Count > 0)
        {
            return null;
        }

        if (span.Split(ReportLimits.MaximumIntervals) is not { } ranges)
        {
            query.Wrong("interval", "makes too many intervals of this time", $"at most {ReportLimits.MaximumIntervals}: a longer interval, or a shorter time");
            return null;
        }

        return new ReportRequest(kind, span, ranges, where);
    }

    /// <summary>Today where nothing is asked for.</summary>
    public ReportSpan? Span(ReportQuery asked)
    {
        var zone = Zone(asked.Zone);
        var today = LocalTime.ToInstant(TimeZoneInfo.ConvertTime(now, zone).Date, zone, Overlap.Earlier);
        var from = Moment("from", asked.From, zone) ?? today;
        var to = Moment("to", asked.To, zone) ?? Later(now, from.AddMinutes(15));
        var interval = Array.IndexOf(Words, asked.Interval ?? "none");
        if (interval < 0)
        {
            query.Wrong("interval", $"is '{asked.Interval}'", string.Join(", ", Words));
        }

        if (to <= from)
        {
            query.Wrong("to", "is not after `from`", null);
        }
        else if ((to - from).TotalDays > ReportLimits.MaximumDays)
        {
            query.Wrong("to", "is too long after `from`", $"at most {ReportLimits.MaximumDays} days");
        }

        return query.Problems.Count > 0
            ? null
            : new ReportSpan(Slot.Start(Slot.Of(from)), Slot.Start(Slot.From(to)), (ReportInterval)interval, zone);
    }

    /// <summary>As they were asked for, each null where it was not.</summary>
    public (Instant? From, Instant? To, TimeZoneInfo Zone) Bounds(ReportQuery asked)
    {
        var zone = Zone(asked.Zone);
        return (Moment("from", asked.From, zone), Moment("to", asked.To, zone), zone);
    }

    private static Instant Later(Instant one, Instant other) => one > other ? one : other;

    private TimeZoneInfo Zone(string? name)
    {
        if (name is null)
        {
            return ReportZone.Of(configuration);
        }

        if (LocalTime.FindZone(name) is { } zone)
        {
            return zone;
        }

        query.Wrong("zone", "is no time zone this server knows", "an IANA name such as America/Toronto");
        return TimeZoneInfo.Utc;
    }

    /// <summary>A moment, or a date: its midnight in the zone.</summary>
    private Instant? Moment(string parameter, string? text, TimeZoneInfo zone)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 3000)
        {
            return LocalTime.ToInstant(date.ToDateTime(TimeOnly.MinValue), zone, Overlap.Earlier);
        }

        if (text is null)
        {
            return null;
        }

        if (MomentText.TryParse(text, out var moment) && moment.Year is > 1900 and < 3000)
        {
            return moment;
        }

        query.Wrong(parameter, $"is '{(text.Length <= 40 ? text : text[..40] + "…")}'", "a date such as 2026-03-02, or a moment such as 2026-03-02T14:00:00Z");
        return null;
    }
}
