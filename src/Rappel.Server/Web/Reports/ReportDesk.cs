using Rappel.Core.Config;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Server.Web.Reports;

/// <summary>Computes reports from the counts in the store.</summary>
internal sealed class ReportDesk(IReportStore store, ConfigurationSnapshot configuration, Instant now)
{
    private static readonly Said IntervalLabel = new("From", "De");
    private static readonly Said NameLabel = new("Name", "Nom");

    /// <summary>Null where there would be more than <see cref="ReportLimits.MaximumRows"/> rows.</summary>
    /// <param name="language">Of the heads.</param>
    public ReportTable? Compute(ReportRequest request, string language)
    {
        if (Rows(request) is not { } rows)
        {
            return null;
        }

        var kind = request.Kind;
        var byInterval = request.Span.Interval != ReportInterval.None;
        List<ReportHead> heads = byInterval ? [new("interval", ReportUnit.Moment, IntervalLabel.In(language))] : [];
        heads.Add(new(kind.By, ReportUnit.Text, kind.ByLabel.In(language)));
        heads.Add(new("name", ReportUnit.Text, NameLabel.In(language)));
        heads.AddRange(kind.Columns.Select(c => new ReportHead(c.Name, c.Unit, c.Label.In(language))));

        var cells = rows.Select(row => Line(
            request, row, byInterval ? [request.Span.Local(Slot.Start(request.Ranges[row.Interval].From))] : [])).ToList();
        var total = ReportRow.Total(rows);
        List<object?> totals = byInterval ? [null, null, null] : [null, null];
        return new ReportTable(request, heads, cells, [.. totals, .. kind.Columns.Select(c => (object?)c.Value(total))]);
    }

    private IReadOnlyList<object?> Line(ReportRequest request, ReportRow row, object?[] first) =>
        [.. first, row.Key, ReportNames.Of(configuration, request.Kind, row.Key), .. request.Kind.Columns.Select(c => (object?)c.Value(row))];

    /// <summary>The counters that rows are made of. Null where there are too many.</summary>
    public List<ReportRow>? Rows(ReportRequest request)
    {
        var kind = request.Kind;
        if (kind == ReportKind.Scripts)
        {
            return new ScriptCallers(store, configuration.Tenant).Of(request.Ranges);
        }

        // Agents' work in all queues has rows of its own.
        IReadOnlyList<KeyValuePair<string, string>> where = kind == ReportKind.Agents && request.Filter("queue") is null
            ? [.. request.Where, new("queue", "")]
            : request.Where;
        var sums = store.Sum(configuration.Tenant, new RollupQuery(kind.Table, request.Ranges, [kind.By], where, ReportLimits.MaximumRows + 1));
        return sums.Count > ReportLimits.MaximumRows ? null
            : kind == ReportKind.Callbacks ? WithConnections(request, sums)
            : kind == ReportKind.Agents ? new OpenStatuses(store, configuration.Tenant, now).AddTo(request, sums)
            : [.. sums.Select(s => new ReportRow(s.Interval, s.Keys[0], s.Counters, []))];
    }

    private List<ReportRow> WithConnections(ReportRequest request, IReadOnlyList<RollupSum> sums)
    {
        var starts = request.Ranges.Select(r => r.From).ToArray();
        var connected = store.ConnectedCallbacks(configuration.Tenant, request.Span.From, request.Span.To, request.Filter("queue"))
            .GroupBy(c => (Interval: IntervalOf(starts, Slot.Of(c.RequestedAt)), c.Queue))
            .ToDictionary(g => g.Key, g => g.ToList());
        var offers = new CallbackOffers(store, configuration).Of(request);
        var none = new long[request.Kind.Table.Counters.Count];
        var rows = sums.ToDictionary(s => (s.Interval, Queue: s.Keys[0]), s => s.Counters);
        return [.. rows.Keys.Union(offers.Keys).Order().Select(key => new ReportRow(
            key.Interval, key.Queue,
            [.. rows.GetValueOrDefault(key) ?? none, .. offers.GetValueOrDefault(key) ?? new long[CallbackOffers.Counters]],
            connected.GetValueOrDefault(key) ?? []))];
    }

    private static int IntervalOf(int[] starts, int slot)
    {
        var found = Array.BinarySearch(starts, slot);
        return found >= 0 ? found : ~found - 1;
    }
}
