using Rappel.Core.Schedules;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Server.Web.Reports;

/// <summary>The time a report is about, in whole slots.</summary>
/// <param name="From">Start of a slot.</param>
/// <param name="To">Start of a slot, not included.</param>
internal sealed record ReportSpan(Instant From, Instant To, ReportInterval Interval, TimeZoneInfo Zone)
{
    /// <summary>The intervals on the zone's clocks. A day on which clocks change has 23 or 25 hours, and an hour that comes twice is two rows. The first
    /// and the last are cut where the span begins and ends.</summary>
    /// <returns>Null where there are more than <paramref name="most"/>.</returns>
    public IReadOnlyList<SlotRange>? Split(int most)
    {
        var ranges = new List<SlotRange>();
        for (var at = From; at < To;)
        {
            if (ranges.Count == most)
            {
                return null;
            }

            var next = Next(at);
            next = next < To ? next : To;
            ranges.Add(new SlotRange(Slot.Of(at), Slot.Of(next)));
            at = next;
        }

        return ranges;
    }

    /// <summary>As people read it there.</summary>
    public Instant Local(Instant moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    private Instant Next(Instant at)
    {
        var local = Local(at);
        return Interval switch
        {
            ReportInterval.Quarter => at.AddMinutes(15),
            ReportInterval.Hour => at.AddMinutes(60 - local.Minute),
            ReportInterval.Day => Midnight(local.Date.AddDays(1), at),
            ReportInterval.Week => Midnight(local.Date.AddDays(local.DayOfWeek == DayOfWeek.Sunday ? 1 : 8 - (int)local.DayOfWeek), at),
            ReportInterval.Month => Midnight(new DateTime(local.Year, local.Month, 1).AddMonths(1), at),
            _ => To,
        };
    }

    /// <summary>The date's first moment; the next date's where clocks left that one out (Samoa, 30 December 2011).</summary>
    private Instant Midnight(DateTime date, Instant after)
    {
        Instant midnight;
        do
        {
            midnight = LocalTime.ToInstant(date, Zone, Overlap.Earlier);
            date = date.AddDays(1);
        }
        while (midnight <= after);

        return midnight;
    }
}
