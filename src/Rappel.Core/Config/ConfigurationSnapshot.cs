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
    public ImmutableDictionary<string, AlertSnapshot> Alerts { get; init; } = ImmutableDictionary<string, AlertSnapshot>.Empty;

    public ImmutableDictionary<string, ContactListSnapshot> ContactLists { get; init; } = ImmutableDictionary<string, ContactListSnapshot>.Empty;

    public ImmutableDictionary<string, TransactionCodesSnapshot> TransactionCodes { get; init; } =
        ImmutableDictionary<string, TransactionCodesSnapshot>.Empty;

    public ImmutableDictionary<string, StatusCodesSnapshot> StatusCodes { get; init; } = ImmutableDictionary<string, StatusCodesSnapshot>.Empty;

    public ImmutableDictionary<string, WebhookSnapshot> Webhooks { get; init; } = ImmutableDictionary<string, WebhookSnapshot>.Empty;

    public ImmutableDictionary<string, WidgetSnapshot> Widgets { get; init; } = ImmutableDictionary<string, WidgetSnapshot>.Empty;

    /// <summary>Key of the list agents give reasons for their status from; null for none.</summary>
    public string? AgentStatusCodes { get; init; }

    /// <summary>Days that recordings of conversations are kept.</summary>
    public int RecordingRetention { get; init; } = DefaultRecordingRetention;

    public const int DefaultRecordingRetention = 90;

    /// <summary>The enabled channel a dialled number belongs to, if any. <paramref name="number"/> is E.164.</summary>
    public ChannelSnapshot? ChannelByNumber(string number) =>
        Channels.Values.FirstOrDefault(c => c.Enabled && c.Number == number);
}
