using Rappel.Server.Web.Reports;
using Rappel.Storage.Reports;

namespace Rappel.Tests.Server.Web.Reports;

public sealed class ReportSpanTests
{
    private static readonly TimeZoneInfo Montreal = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    [Theory]
    [InlineData("2026-03-08T05:00Z", "2026-03-09T04:00Z", 23)]
    [InlineData("2026-11-01T04:00Z", "2026-11-02T05:00Z", 25)]
    [InlineData("2026-06-01T04:00Z", "2026-06-02T04:00Z", 24)]
    public void A_day_has_as_many_hours_as_clocks_make_of_it(string from, string to, int hours)
    {
        var ranges = Split(from, to, ReportInterval.Hour, Montreal);

        Assert.Equal(hours, ranges.Count);
        Assert.All(ranges, r => Assert.Equal(4, r.To - r.From));
        Assert.Single(Split(from, to, ReportInterval.Day, Montreal));
        Assert.Equal(hours * 4, Split(from, to, ReportInterval.Quarter, Montreal).Count);
    }

    [Fact]
    public void Intervals_lie_end_to_end_and_are_cut_where_the_span_is()
    {
        var ranges = Split("2026-03-03T17:00Z", "2026-03-17T04:30Z", ReportInterval.Week, Montreal);

        Assert.Equal(
            ["2026-03-03 12:00", "2026-03-09 00:00", "2026-03-16 00:00"],
            ranges.Select(r => TimeZoneInfo.ConvertTime(Slot.Start(r.From), Montreal).ToString("yyyy-MM-dd HH:mm")));
        Assert.Equal(ranges.Skip(1).Select(r => r.From), ranges.SkipLast(1).Select(r => r.To));
        Assert.Equal("2026-03-17T04:30", Slot.Start(ranges[^1].To).ToString("yyyy-MM-dd'T'HH:mm"));
    }

    [Fact]
    public void Months_begin_on_the_first_by_the_zones_clocks()
    {
        var ranges = Split("2026-01-01T05:00Z", "2027-01-01T05:00Z", ReportInterval.Month, Montreal);

        Assert.Equal(12, ranges.Count);
        Assert.All(ranges, r => Assert.Equal((1, 0), (Local(r.From).Day, Local(r.From).Hour)));

        static Instant Local(int slot) => TimeZoneInfo.ConvertTime(Slot.Start(slot), Montreal);
    }

    [Theory]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/St_Johns")]
    [InlineData("Africa/Monrovia")]
    public void Every_zone_is_whole_quarters_away_from_UTC(string zone)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);

        var ranges = Split("2011-01-01T00:00Z", "2012-02-01T00:00Z", ReportInterval.Day, there);

        Assert.InRange(ranges.Count, 395, 398);
        Assert.Equal(ranges.Skip(1).Select(r => r.From), ranges.SkipLast(1).Select(r => r.To));
        Assert.All(ranges.Skip(1), r => Assert.Equal(0, TimeZoneInfo.ConvertTime(Slot.Start(r.From), there).TimeOfDay.TotalMinutes));
    }

    [Fact]
    public void A_date_that_clocks_left_out_is_no_day()
    {
        var apia = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");

        var ranges = Split("2011-12-28T10:00Z", "2012-01-02T10:00Z", ReportInterval.Day, apia);

        Assert.Equal(ranges.Skip(1).Select(r => r.From), ranges.SkipLast(1).Select(r => r.To));
        Assert.DoesNotContain(ranges, r => r.From >= r.To);
        Assert.DoesNotContain(ranges, r => TimeZoneInfo.ConvertTime(Slot.Start(r.From), apia).Date == new DateTime(2011, 12, 30));
    }

    [Fact]
    public void More_intervals_than_allowed_are_none()
    {
        Assert.Null(Span("2026-01-01T00:00Z", "2026-02-01T00:00Z", ReportInterval.Quarter, TimeZoneInfo.Utc).Split(2975));
        Assert.Equal(2976, Span("2026-01-01T00:00Z", "2026-02-01T00:00Z", ReportInterval.Quarter, TimeZoneInfo.Utc).Split(2976)!.Count);
    }

    private static IReadOnlyList<Rappel.Storage.Queries.SlotRange> Split(string from, string to, ReportInterval interval, TimeZoneInfo zone) =>
        Span(from, to, interval, zone).Split(ReportLimits.MaximumIntervals * 2)!;

    private static ReportSpan Span(string from, string to, ReportInterval interval, TimeZoneInfo zone) =>
        new(Instant.Parse(from, null), Instant.Parse(to, null), interval, zone);
}
