using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>What a call, callback or message that an agent took gives that agent's counts.</summary>
internal static class AgentWorkRollup
{
    public static void Add(RollupChanges changes, InteractionRow row, int sign)
    {
        if (row is not { Agent: { } agent, AnsweredAt: { } answered })
        {
            return;
        }

        var key = new RollupKey(RollupTable.Agents, row.Tenant.Value, Slot.Of(answered), agent, row.Queue ?? "");
        changes.Add(key, (int)Kind(row), sign);
        if (row.EndedAt is { } ended)
        {
            changes.Add(key, (int)AgentCount.TalkMs, sign * RollupCounting.Milliseconds(answered, ended));
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
