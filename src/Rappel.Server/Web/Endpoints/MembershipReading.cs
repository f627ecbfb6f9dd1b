using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Bodies;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Who serves which queue now: as configured, and as supervisors have changed it since.</summary>
internal static class MembershipReading
{
    /// <summary>By kind of queue and queue; for each agent once.</summary>
    public static IEnumerable<(string Agent, MembershipBody Membership)> All(ConfigurationSnapshot configuration, LiveView? live)
    {
        var changes = (live?.Memberships ?? []).ToDictionary(m => (m.Kind, m.Queue, m.Agent));
        foreach (var (kind, queue, members) in Queues(configuration))
        {
            foreach (var member in members)
            {
                yield return changes.Remove((kind, queue, member.Agent), out var changed)
                    ? (member.Agent, Body(changed, changed.Skill ?? member.Skill))
                    : (member.Agent, new MembershipBody(queue, Words(kind), member.Skill, member.Enabled, true));
            }
        }

        foreach (var added in changes.Values)
        {
            yield return (added.Agent, Body(added, added.Skill ?? ConfigurationLimits.Skill.Minimum));
        }
    }

    /// <summary>Keys of the voicemail queues that this agent is an enabled member of now.</summary>
    public static async Task<IReadOnlyCollection<string>> VoicemailQueuesAsync(IEnginePort engine, string agent, CancellationToken ct)
    {
        var live = await engine.LookAsync(ct);
        return [.. All(engine.Configuration, live)
            .Where(m => m.Agent == agent && m.Membership is { Enabled: true, Kind: "voicemail" }).Select(m => m.Membership.Queue)];
    }

    /// <summary>The kind of a queue by its key: inbound before outbound before voicemail, unless the kind is named. Null for none.</summary>
    public static WorkKind? KindOf(ConfigurationSnapshot configuration, string queue, string? kind) => Queues(configuration)
        .Where(q => q.Queue == queue && (kind is null || Words(q.Kind) == kind)).Select(q => (WorkKind?)q.Kind).FirstOrDefault();

    /// <summary>As live screens name it.</summary>
    public static string Words(WorkKind kind) => kind switch
    {
        WorkKind.LiveCall => "inbound",
        WorkKind.Callback => "outbound",
        _ => "voicemail",
    };

    private static IEnumerable<(WorkKind Kind, string Queue, ImmutableArray<QueueMember> Members)> Queues(ConfigurationSnapshot configuration) =>
        configuration.InboundQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => (WorkKind.LiveCall, q.Key, q.Members))
            .Concat(configuration.OutboundQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => (WorkKind.Callback, q.Key, q.Members)))
            .Concat(configuration.VoicemailQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => (WorkKind.Voicemail, q.Key, q.Members)));

    private static MembershipBody Body(MembershipRow row, int skill) => new(row.Queue, Words(row.Kind), skill, row.Enabled, false);
}
