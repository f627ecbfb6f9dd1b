using System.Collections.Immutable;
using Rappel.Core.Calls;

namespace Rappel.Core.Config;

/// <summary>
/// One published version of everything an administrator sets. Validated: every name it mentions exists, every number is in range.
/// Objects are keyed by their configuration key (<c>nurse-line</c>), a slug of letters, digits and dashes, unique in its kind.
/// A call in progress keeps the snapshot it began with.
/// </summary>
public sealed record ConfigurationSnapshot(
    long Version,
    TenantId Tenant,
    string Name,
    string DefaultLanguage,
    ImmutableDictionary<string, TrunkSnapshot> Trunks,
    ImmutableDictionary<string, ChannelSnapshot> Channels,
    ImmutableDictionary<string, InboundQueueSnapshot> InboundQueues,
    ImmutableDictionary<string, OutboundQueueSnapshot> OutboundQueues,
    ImmutableDictionary<string, VoicemailQueueSnapshot> VoicemailQueues,
    ImmutableDictionary<string, AgentSnapshot> Agents,
    ImmutableDictionary<string, DialPlanSnapshot> DialPlans,
    ImmutableDictionary<string, ScheduleSnapshot> Schedules,
    ImmutableDictionary<string, ScriptSnapshot> Scripts,
    ImmutableDictionary<string, PromptSnapshot> Prompts)
{
    /// <summary>The enabled channel a dialled number belongs to, if any. <paramref name="number"/> is E.164.</summary>
    public ChannelSnapshot? ChannelByNumber(string number) =>
        Channels.Values.FirstOrDefault(c => c.Enabled && c.Number == number);
}
