using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Core.Acd;

/// <summary>Who serves which queue: as configured, and as supervisors have changed it since.</summary>
public sealed partial class Distributor
{
    private readonly Dictionary<LineKey, SortedDictionary<string, MemberChange>> changed = [];

    private void SetMembership(AcdInput.MembershipSet set)
    {
        var key = new LineKey(set.Kind, set.Queue);
        if (set.Change is { } change)
        {
            if (!changed.TryGetValue(key, out var changes))
            {
                changed.Add(key, changes = new SortedDictionary<string, MemberChange>(StringComparer.Ordinal));
            }

            changes[set.Agent] = change;
        }
        else if (changed.TryGetValue(key, out var changes) && changes.Remove(set.Agent) && changes.Count == 0)
        {
            changed.Remove(key);
        }

        if (FindLine(set.Kind, set.Queue) is { } line)
        {
            line.Members = Members(key, line.ConfiguredMembers);
            Reseat(line, set.Agent);
        }
    }

    private ImmutableArray<QueueMember> Members(LineKey key, ImmutableArray<QueueMember> configured)
    {
        if (!changed.TryGetValue(key, out var changes))
        {
            return configured;
        }

        var kept = configured.Where(m => !changes.ContainsKey(m.Agent));
        var skills = configured.ToDictionary(m => m.Agent, m => m.Skill, StringComparer.Ordinal);
        return
        [
            .. kept,
            .. changes.Select(c => new QueueMember(
                c.Key, c.Value.Skill ?? skills.GetValueOrDefault(c.Key, ConfigurationLimits.Skill.Minimum), c.Value.Enabled)),
        ];
    }

    /// <summary>This agent's seat at this line, as it is now.</summary>
    private void Reseat(Line line, string key)
    {
        if (!agents.TryGetValue(key, out var agent))
        {
            return;
        }

        LeaveSeats(agent);
        if (agent.Seats.RemoveAll(s => s.Line == line) > 0)
        {
            line.CountMember(agent.Status, -1);
        }

        if (!agent.Removed && line.Members.FirstOrDefault(m => m.Agent == key) is { Enabled: true } member)
        {
            agent.Seats.Add(new Seat(agent, line, member.Skill));
            line.CountMember(agent.Status, 1);
        }

        TakeSeats(agent);
    }
}
