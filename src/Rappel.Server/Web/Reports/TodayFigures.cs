using System.Globalization;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Schedules;
using Rappel.Engine;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Server.Web.Reports;

/// <summary>The day's figures: counts from the store, and what waits from the live view.</summary>
internal sealed class TodayFigures(IReportStore store, ConfigurationSnapshot configuration)
{
    public FiguresBody Of(LiveView live)
    {
        var zone = ReportZone.Of(configuration);
        var since = LocalTime.ToInstant(TimeZoneInfo.ConvertTime(live.At, zone).Date, zone, Overlap.Earlier);
        var span = new ReportSpan(since, Slot.Start(Slot.Of(live.At) + 1), ReportInterval.None, zone);
        var queues = Rows(ReportKind.Queues, span, live.At);
        var callbacks = Rows(ReportKind.Callbacks, span, live.At);
        return new FiguresBody(
            live.At.UtcDateTime, since.UtcDateTime, zone.Id,
            [.. Keys(live, "inbound", queues).Select(key => Queue(key, live, queues.GetValueOrDefault(key) ?? Empty))],
            Queue(null, live, ReportRow.Total([.. queues.Values])),
            [.. Keys(live, "outbound", callbacks).Select(key => Callback(key, live, callbacks.GetValueOrDefault(key) ?? Empty))],
            Callback(null, live, ReportRow.Total([.. callbacks.Values])),
            [.. live.Agents.GroupBy(a => a.Status).OrderBy(g => g.Key).Select(g => new AgentsByStatusBody(g.Key, g.Count()))]);
    }

    private static ReportRow Empty => ReportRow.Total([]);

    private Dictionary<string, ReportRow> Rows(ReportKind kind, ReportSpan span, Instant now) =>
        (new ReportDesk(store, configuration, now).Rows(new ReportRequest(kind, span, span.Split(1)!, [])) ?? [])
        .ToDictionary(r => r.Key, StringComparer.Ordinal);

    private static IEnumerable<string> Keys(LiveView live, string kind, Dictionary<string, ReportRow> rows) =>
        live.Queues.Where(q => q.Kind == kind).Select(q => q.Queue).Union(rows.Keys.Order(StringComparer.Ordinal));

    private static IEnumerable<LiveQueue> Lines(LiveView live, string kind, string? key) =>
        live.Queues.Where(q => q.Kind == kind && (key is null || q.Queue == key));

    private static int? Seconds(LiveView live, IEnumerable<LiveQueue> lines) =>
        lines.Where(l => l.Waiting > 0 && l.OldestPlace is not null).Select(l => (int?)(live.At - l.OldestPlace!.Value).TotalSeconds).Max();

    private QueueFiguresBody Queue(string? key, LiveView live, ReportRow row)
    {
        var lines = Lines(live, "inbound", key).ToList();
        var figures = Figures(ReportKind.Queues, row);
        return new QueueFiguresBody(
            key, key is null ? null : ReportNames.Queue(configuration, key), lines.Sum(l => l.Waiting), Seconds(live, lines),
            key is null ? null : lines.FirstOrDefault()?.ExpectedWaitSeconds, row[QueueCount.Entered], row[QueueCount.Offers], row[QueueCount.Answered],
            row[QueueCount.InLevel], figures["serviceLevel"], row[QueueCount.Abandoned], row[QueueCount.ShortAbandoned], row[QueueCount.ToCallback],
            row[QueueCount.ToVoicemail], row[QueueCount.ToNumber], row[QueueCount.ToAgent], row[QueueCount.LeftOtherwise], figures["averageWait"],
            figures["averageTalk"], figures["promiseError"]);
    }

    private CallbackFiguresBody Callback(string? key, LiveView live, ReportRow row)
    {
        var lines = Lines(live, "outbound", key).ToList();
        var figures = Figures(ReportKind.Callbacks, row);
        return new CallbackFiguresBody(
            key, key is null ? null : ReportNames.Queue(configuration, key), lines.Sum(l => l.Waiting), lines.Sum(l => l.Delayed), lines.Sum(l => l.InFlight),
            Seconds(live, lines), row.Counters[CallbackOffers.Offered], row.Counters[CallbackOffers.Asked], row[CallbackCount.Taken],
            row.Counters[CallbackOffers.AlreadyPending], row.Counters[CallbackOffers.Refused], row[CallbackCount.Connected], row[CallbackCount.Completed],
            row[CallbackCount.Exhausted], row[CallbackCount.Expired], row[CallbackCount.Cancelled], row[CallbackCount.Served], row[CallbackCount.BadNumber],
            [.. Enum.GetValues<AttemptOutcome>().Select(o => new AttemptsByOutcomeBody(o, row.Counters[RollupTable.CounterOf(o)])).Where(a => a.Count > 0)],
            figures["connectionMedian"], figures["connection90"], figures["promiseError"], figures["waitSpared"] ?? 0);
    }

    private static Dictionary<string, double?> Figures(ReportKind kind, ReportRow row) =>
        kind.Columns.ToDictionary(c => c.Name, c => c.Value(row), StringComparer.Create(CultureInfo.InvariantCulture, false));
}
