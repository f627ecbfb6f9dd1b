using System.Collections.Immutable;
using Rappel.Core.Config;

namespace Rappel.Simulation;

/// <summary>What goes wrong from time to time: the process dies, the disk fails, the clock is set, a trunk is out of order, phones vanish, somebody publishes.</summary>
internal sealed class SimTroubles(
    World world, SimRandom random, Profile profile, Site site, SimCarrier carrier, IReadOnlyList<SimAgent> agents, ConfigurationSnapshot drawn)
{
    private long _version = drawn.Version;

    /// <summary>Off in the liveness phase.</summary>
    public bool AreOn { get; set; } = true;

    public int Publications { get; private set; }

    public void Begin()
    {
        Every(profile.Crashes, site.Crash);
        Every(profile.DiskTroubles, site.Disk.Trouble);
        Every(profile.ClockSteps, () => site.Clock.Step(StepOfClock()));
        Every(profile.CarrierOutages, () => carrier.Fail(random.Seconds(5, 900)));
        Every(profile.PhonesGone, () => agents[random.Between(0, agents.Count)].Vanish(random.Seconds(1, 900)));
        Every(profile.Publications, () => Publish(Changed(site.Configuration)));
    }

    /// <summary>Everything as it was drawn: for the liveness phase.</summary>
    public void Restore() => Publish(drawn);

    private void Every(TimeSpan? mean, Action act)
    {
        if (mean is { } time)
        {
            world.After(random.Exponential(time), () =>
            {
                if (AreOn)
                {
                    act();
                    Every(mean, act);
                }
            });
        }
    }

    private TimeSpan StepOfClock()
    {
        var size = random.Chance(0.6) ? random.Seconds(0.1, 20) : random.Seconds(20, 3600);
        return random.Chance(0.5) ? size : -size;
    }

    private void Publish(ConfigurationSnapshot configuration)
    {
        Publications++;
        site.Publish(configuration with { Version = ++_version });
    }

    private ConfigurationSnapshot Changed(ConfigurationSnapshot now) => random.Between(0, 6) switch
    {
        0 => Members(now, SimConfiguration.InboundQueue, null),
        1 => Members(now, null, random.Chance(0.5) ? SimConfiguration.CallbackQueue : SimConfiguration.SecondQueue),
        2 => AgentGoneOrBack(now),
        3 => now with { Schedules = now.Schedules.SetItem(SimConfiguration.Hours, OtherHours()) },
        4 => WithCap(now),
        _ => now,
    };

    /// <summary>One member of a queue is switched off, or all are back.</summary>
    private ConfigurationSnapshot Members(ConfigurationSnapshot now, string? inbound, string? outbound)
    {
        if (inbound is not null)
        {
            var queue = now.InboundQueues[inbound];
            return now with { InboundQueues = now.InboundQueues.SetItem(inbound, queue with { Members = Toggle(queue.Members) }) };
        }

        var callbacks = now.OutboundQueues[outbound!];
        return now with { OutboundQueues = now.OutboundQueues.SetItem(outbound!, callbacks with { Members = Toggle(callbacks.Members) }) };
    }

    private ImmutableArray<QueueMember> Toggle(ImmutableArray<QueueMember> members) => members.All(m => m.Enabled)
        ? members.SetItem(0, members[0] with { Enabled = false, Skill = random.Between(1, 11) })
        : [.. members.Select(m => m with { Enabled = true })];

    private ConfigurationSnapshot AgentGoneOrBack(ConfigurationSnapshot now)
    {
        if (now.Agents.Count < drawn.Agents.Count)
        {
            return now with { Agents = drawn.Agents, InboundQueues = drawn.InboundQueues, OutboundQueues = drawn.OutboundQueues };
        }

        var gone = drawn.Agents.Keys.Order(StringComparer.Ordinal).ElementAt(random.Between(0, 3));
        return now with
        {
            Agents = now.Agents.Remove(gone),
            InboundQueues = now.InboundQueues.ToImmutableDictionary(
                q => q.Key, q => q.Value with { Members = q.Value.Members.RemoveAll(m => m.Agent == gone) }, now.InboundQueues.KeyComparer),
            OutboundQueues = now.OutboundQueues.ToImmutableDictionary(
                q => q.Key, q => q.Value with { Members = q.Value.Members.RemoveAll(m => m.Agent == gone) }, now.OutboundQueues.KeyComparer),
        };
    }

    private ScheduleSnapshot OtherHours()
    {
        var from = new TimeOnly(random.Between(0, 24), random.Between(0, 60));
        return SimConfiguration.Weekly(from, from.AddHours(random.Between(1, 22)));
    }

    private ConfigurationSnapshot WithCap(ConfigurationSnapshot now)
    {
        var queue = now.OutboundQueues[SimConfiguration.CallbackQueue];
        return now with
        {
            OutboundQueues = now.OutboundQueues.SetItem(queue.Key, queue with { MaximumPending = random.Chance(0.5) ? random.Between(1, 10) : 200 }),
        };
    }
}
