using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>What a call, callback or message that an agent took gives that agent's counts: of all queues together, which is told by an empty one, and of
/// its own.</summary>
internal static class AgentWorkRollup
{
    public static void Add(RollupChanges changes, InteractionRow row, int sign)
    {
        if (row is not { Agent: { } agent, AnsweredAt: { } answered })
        {
            return;
        }

        var all = new RollupKey(RollupTable.Agents, row.Tenant.Value, Slot.Of(answered), agent);
        foreach (var key in row.Queue is { Length: > 0 } queue ? [all, all with { Second = queue }] : (RollupKey[])[all])
        {
            changes.Add(key, (int)Kind(row), sign);
            changes.Add(key, (int)AgentCount.TalkMs, sign * (row.EndedAt is { } ended ? RollupCounting.Milliseconds(answered, ended) : 0));
        }
    }

    private static AgentCount Kind(InteractionRow row) => row.Kind switch
    {
        InteractionKind.Callback => AgentCount.Callbacks,
        InteractionKind.Voicemail => AgentCount.Voicemails,
        InteractionKind.Inbound when row.Outcome != "diverted: agent" => AgentCount.Calls,
        _ => AgentCount.Direct,
    };
}
