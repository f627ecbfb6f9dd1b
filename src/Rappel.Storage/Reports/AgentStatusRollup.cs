using Rappel.Core.Acd;
using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>How long agents had each status: counted when it ends, in every slot that it lasted in. The one that lasts still is told by the
/// agent's row.</summary>
public static class AgentStatusRollup
{
    /// <summary>Slots that one status is counted for: who is on break longer than a month has left.</summary>
    private const int Most = 31 * 96;

    internal static void Add(RollupChanges changes, AgentRow? before, AgentRow now)
    {
        if (before is not null && before.Since < now.Since)
        {
            Add(changes, before, now.Since);
        }
    }

    /// <summary>Counts a status from its beginning until a moment.</summary>
    public static void Add(RollupChanges changes, AgentRow status, Instant until)
    {
        if (Counter(status.Status) is not { } counter)
        {
            return;
        }

        var from = status.Since;
        for (var slots = 0; from < until && slots < Most; slots++)
        {
            var slot = Slot.Of(from);
            var end = Slot.Start(slot + 1) < until ? Slot.Start(slot + 1) : until;
            changes.Add(
                new RollupKey(RollupTable.Agents, status.Tenant.Value, slot, status.Agent), (int)counter, RollupCounting.Milliseconds(from, end));
            from = end;
        }
    }

    /// <summary>Where a status counts; null for being logged out, which nobody asks the length of.</summary>
    public static AgentCount? Counter(AgentStatus status) => status switch
    {
        AgentStatus.OnBreak => AgentCount.OnBreakMs,
        AgentStatus.Available => AgentCount.AvailableMs,
        AgentStatus.Offered => AgentCount.OfferedMs,
        AgentStatus.Busy => AgentCount.BusyMs,
        AgentStatus.WrapUp => AgentCount.WrapUpMs,
        AgentStatus.WorkingOffline => AgentCount.WorkingOfflineMs,
        _ => null,
    };
}
