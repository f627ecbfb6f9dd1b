using Rappel.Core.Calls;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Server.Web.Reports;

/// <summary>How many callers each script had.</summary>
internal sealed class ScriptCallers(IReportStore store, TenantId tenant)
{
    /// <summary>Counters: callers who began <c>main</c>, and those who began <c>inQueue</c>. Null where there would be too many rows.</summary>
    public List<ReportRow>? Of(IReadOnlyList<SlotRange> ranges)
    {
        var sums = store.Sum(tenant, new RollupQuery(
            RollupTable.Scripts, ranges, ["script", "word"], [new("path", ""), new("kind", "entered")], ReportLimits.MaximumRows + 1));
        return sums.Count > ReportLimits.MaximumRows
            ? null
            : [.. sums.GroupBy(s => (s.Interval, Script: s.Keys[0])).Select(g => new ReportRow(g.Key.Interval, g.Key.Script, [Of(g, "main"), Of(g, "inQueue")], []))];
    }

    private static long Of(IEnumerable<RollupSum> sums, string part) =>
        sums.Where(s => s.Keys[1] == part).Sum(s => s.Counters[(int)ScriptCount.Callers]);
}
