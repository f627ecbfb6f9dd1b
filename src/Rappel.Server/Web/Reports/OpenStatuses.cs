using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Server.Web.Reports;

/// <summary>Adds the statuses that agents have now: the counts know of those that have ended.</summary>
internal sealed class OpenStatuses(IReportStore store, TenantId tenant, Instant now)
{
    public List<ReportRow> AddTo(ReportRequest request, IReadOnlyList<RollupSum> sums)
    {
        var rows = sums.ToDictionary(s => (s.Interval, Agent: s.Keys[0]), s => s.Counters);

        // A status is everywhere, not in one queue: asked about one queue, only what was done in it is told.
        if (request.Filter("queue") is null && request.Span.To > request.Span.From)
        {
            var changes = new RollupChanges();
            foreach (var agent in store.AgentStatuses(tenant).Where(a => request.Filter("agent") is not { } only || a.Agent == only))
            {
                Count(changes, agent, request.Span);
            }

            foreach (var (key, counters) in changes.All)
            {
                Add(rows, (IntervalOf(request.Ranges, key.Slot), key.First), counters);
            }
        }

        return [.. rows.OrderBy(r => r.Key.Interval).ThenBy(r => r.Key.Agent, StringComparer.Ordinal)
            .Select(r => new ReportRow(r.Key.Interval, r.Key.Agent, r.Value, []))];
    }

    private void Count(RollupChanges changes, AgentRow agent, ReportSpan span)
    {
        var until = span.To < now ? span.To : now;
        if (agent.Since < until)
        {
            AgentStatusRollup.Add(changes, agent.Since < span.From ? agent with { Since = span.From } : agent, until);
        }
    }

    private static void Add(Dictionary<(int, string), long[]> rows, (int, string) key, long[] counters)
    {
        if (!rows.TryGetValue(key, out var sums))
        {
            rows.Add(key, counters);
            return;
        }

        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += counters[i];
        }
    }

    private static int IntervalOf(IReadOnlyList<SlotRange> ranges, int slot)
    {
        var (low, high) = (0, ranges.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = ranges[middle].From <= slot ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
