using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Core.Acd;

/// <summary>Queues, members and agents as configured, and as a restart left them.</summary>
public sealed partial class Distributor
{
    /// <summary>
    /// A new version of the configuration. Work keeps its place, offers and calls go on. An agent who is gone is logged out, after the
    /// present call; a queue that is gone is served by the members it had until it is empty.
    /// </summary>
    public void Publish(Instant now, ConfigurationSnapshot configuration)
    {
        EndWhatIsDue(now);
        Configure(now, configuration);
        Match(now);
    }

    /// <summary>
    /// Once, before any input. What an agent was doing ended with the process: whoever was offered, busy or in wrap-up is available,
    /// but for a wrap-up that lacked codes: it still holds. Phones count as gone until ReachabilityChanged says otherwise. StatusChanged is told where the stored status is no longer right.
    /// </summary>
    public void Restore(Instant now, IEnumerable<RestoredAgent> restored)
    {
        foreach (var agent in agents.Values)
        {
            agent.Since = now;
        }

        foreach (var row in restored)
        {
            if (!agents.TryGetValue(row.Agent, out var agent))
            {
                continue;
            }

            LeaveSeats(agent);
            CountMembers(agent, agent.Status, row.Status);
            agent.Status = row.Status;
            agent.Since = row.Since;
            agent.IdleSince = row.IdleSince;
            switch (row.Status)
            {
                case AgentStatus.Offered:
                    Become(now, agent, AgentStatus.Available);
                    break;
                case AgentStatus.Busy or AgentStatus.WrapUp when row.HeldWrapUpEnds is { } ends:
                    agent.WrapUp = new WrapUp(row.Since, ends, codesMissing: true);
                    Become(now, agent, AgentStatus.WrapUp, agent.WrapUp.Deadline);
                    break;
                case AgentStatus.Busy or AgentStatus.WrapUp:
                    GoOn(now, agent, AgentStatus.Available);
                    break;
                default:
                    TakeSeats(agent);
                    break;
            }
        }

        Match(now);
    }

    private void Configure(Instant now, ConfigurationSnapshot configuration)
    {
        ConfigureAgents(now, configuration);
        foreach (var line in lines.Values)
        {
            line.Configured = false;
            line.Paired.Clear();
        }

        foreach (var queue in configuration.InboundQueues.Values)
        {
            ConfigureLine(new LineKey(WorkKind.LiveCall, queue.Key), queue.Priority, queue.WrapUp, queue.Members);
        }

        foreach (var queue in configuration.OutboundQueues.Values)
        {
            ConfigureLine(new LineKey(WorkKind.Callback, queue.Key), queue.Priority, queue.WrapUp, queue.Members);
        }

        foreach (var queue in configuration.VoicemailQueues.Values)
        {
            ConfigureLine(new LineKey(WorkKind.Voicemail, queue.Key), queue.Priority, queue.WrapUp, queue.Members);
        }

        Pair(configuration);
        foreach (var line in lines.Values.Where(l => !l.Configured && l.Entries.Count == 0).ToList())
        {
            lines.Remove(line.Key);
        }

        SeatMembers();
    }

    private void ConfigureAgents(Instant now, ConfigurationSnapshot configuration)
    {
        foreach (var agent in agents.Values.ToList())
        {
            if (configuration.Agents.TryGetValue(agent.Key, out var snapshot))
            {
                agent.Snapshot = snapshot;
                agent.Removed = false;
                continue;
            }

            agent.Removed = true;
            if (agent.Status == AgentStatus.Offered)
            {
                EndOffer(now, agent.Offer!, OfferOutcome.Withdrawn, AgentStatus.LoggedOut);
            }
            else if (agent.Status != AgentStatus.Busy)
            {
                Become(now, agent, AgentStatus.LoggedOut);
            }
        }

        foreach (var (key, snapshot) in configuration.Agents)
        {
            if (!agents.ContainsKey(key))
            {
                agents.Add(key, new AgentState(snapshot) { Since = now, IdleSince = now });
            }
        }
    }

    private void ConfigureLine(LineKey key, int priority, TimeSpan wrapUp, ImmutableArray<QueueMember> members)
    {
        var line = LineOf(key);
        line.Configured = true;
        line.Priority = priority;
        line.WrapUp = wrapUp;
        line.ConfiguredMembers = members;
        line.Members = Members(key, members);
    }

    private void Pair(ConfigurationSnapshot configuration)
    {
        // In order of key: the order of pairs must not depend on how strings hash in this process.
        foreach (var queue in configuration.InboundQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal))
        {
            if (queue.OutboundQueue is { } outbound && lines.TryGetValue(new LineKey(WorkKind.Callback, outbound), out var callbacks))
            {
                var calls = lines[new LineKey(WorkKind.LiveCall, queue.Key)];
                calls.Paired.Add(callbacks);
                callbacks.Paired.Add(calls);
            }
        }
    }

    private void SeatMembers()
    {
        foreach (var agent in agents.Values)
        {
            LeaveSeats(agent);
            agent.Seats.Clear();
            agent.OwnSeats.Clear();
        }

        foreach (var line in lines.Values.OrderBy(l => l.Key.Kind).ThenBy(l => l.Key.Queue, StringComparer.Ordinal))
        {
            line.LoggedIn = line.OnDuty = 0;
            foreach (var member in line.Members)
            {
                if (member.Enabled && agents.TryGetValue(member.Agent, out var agent) && !agent.Removed)
                {
                    agent.Seats.Add(new Seat(agent, line, member.Skill));
                    line.CountMember(agent.Status, 1);
                }
            }

            foreach (var own in line.Personal?.Values ?? Enumerable.Empty<PersonalPool>())
            {
                SeatOwner(own);
            }
        }

        foreach (var agent in agents.Values)
        {
            TakeSeats(agent);
        }
    }

    /// <summary>Gives the agent, if there is one, a seat at what is theirs alone. The skill is of no account among one.</summary>
    private void SeatOwner(PersonalPool own)
    {
        own.Seat = null;
        if (agents.TryGetValue(own.Agent, out var agent) && !agent.Removed)
        {
            own.Seat = new Seat(agent, own, 0);
            agent.OwnSeats.Add(own.Seat);
        }
    }

    /// <summary>Where this work waits: with the rest of its queue, or with what is one agent's own.</summary>
    private Pool PoolOf(WorkItem work)
    {
        var line = LineOf(new LineKey(work.Id.Kind, work.Queue));
        if (work.Agent is not { } agent)
        {
            return line;
        }

        line.Personal ??= new SortedDictionary<string, PersonalPool>(StringComparer.Ordinal);
        if (!line.Personal.TryGetValue(agent, out var own))
        {
            line.Personal.Add(agent, own = new PersonalPool(line, agent));
            SeatOwner(own);
            if (own.Seat is { Agent.Seated: true } seat)
            {
                Take(seat);
            }
        }

        own.Entries++;
        return own;
    }

    private static void ForgetIfEmpty(PersonalPool own)
    {
        if (own.Entries > 0)
        {
            return;
        }

        own.Owner.Personal!.Remove(own.Agent);
        own.Seat?.Agent.OwnSeats.Remove(own.Seat);
    }

    private Line LineOf(LineKey key)
    {
        if (!lines.TryGetValue(key, out var line))
        {
            lines.Add(key, line = new Line(key, expectedWait()));
        }

        return line;
    }

    private void ForgetIfOrphaned(Line line)
    {
        if (line.Configured || line.Entries.Count > 0)
        {
            return;
        }

        lines.Remove(line.Key);
        foreach (var agent in agents.Values)
        {
            agent.Seats.RemoveAll(s => s.Line == line);
        }
    }
}
