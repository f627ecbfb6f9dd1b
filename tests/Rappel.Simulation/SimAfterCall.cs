using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Simulation.Checkers;

namespace Rappel.Simulation;

/// <summary>
/// What agents say about calls on their screens: codes in time, late or never, notes, and what came of callbacks; and supervisors who help whoever
/// is held, and change who serves what. Draws from a stream of its own.
/// </summary>
internal sealed class SimAfterCall(World world, SimRandom random, Site site, Referee referee)
{
    private const string Codes = "sim-codes";

    /// <summary>Held agents, and since when a supervisor has seen them held.</summary>
    private readonly Dictionary<string, Instant> _held = new(StringComparer.Ordinal);

    /// <summary>Wrap-ups whose agent never gives a code.</summary>
    private readonly HashSet<(string, Instant)> _forgotten = [];

    private bool _calm;

    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>The nurses' calls and callbacks want codes, in half of the stretches.</summary>
    public static ConfigurationSnapshot WithCodes(ConfigurationSnapshot configuration, SimRandom random)
    {
        if (random.Chance(0.5))
        {
            return configuration;
        }

        var codes = new QueueCodes(Codes, Mandatory: true);
        return configuration with
        {
            TransactionCodes = configuration.TransactionCodes.Add(Codes, new(Codes, Codes, [new("refill", "Refill"), new("advice", "Advice")])),
            InboundQueues = configuration.InboundQueues.ToImmutableDictionary(q => q.Key, q => q.Value with { Codes = codes }, configuration.InboundQueues.KeyComparer),
            OutboundQueues = configuration.OutboundQueues.ToImmutableDictionary(q => q.Key, q => q.Value with { Codes = codes }, configuration.OutboundQueues.KeyComparer),
        };
    }

    public void Begin()
    {
        world.After(random.Seconds(5, 15), Look);
        world.After(random.Exponential(TimeSpan.FromHours(2)), ChangeMembership);
    }

    /// <summary>Nothing odd from now on: codes are given, nothing is decided, and queues are served as configured.</summary>
    public void Calm()
    {
        _calm = true;
        foreach (var row in site.Look()?.Memberships ?? [])
        {
            site.Command(new MembershipCommand(row.Agent, row.Kind, row.Queue, null, "supervisor"));
        }
    }

    private void Look()
    {
        if (site.Screen.Look() is { } view)
        {
            foreach (var agent in view.Agents)
            {
                LookAt(agent);
            }
        }

        world.After(random.Seconds(5, 15), Look);
    }

    private void LookAt(LiveAgent agent)
    {
        if (agent.Desk is not { Said: { } said } || agent.Status is not (AgentStatus.Busy or AgentStatus.WrapUp))
        {
            _held.Remove(agent.Agent);
            return;
        }

        if (said.Wanted.List is not null && said.Codes.IsEmpty && !_forgotten.Contains((agent.Agent, agent.Since)))
        {
            Say(agent);
        }

        if (said.MayDecide && !_calm && random.Chance(0.08))
        {
            Decide(agent.Agent);
        }

        Help(agent, said.Holds);
    }

    private void Say(LiveAgent agent)
    {
        if (!_calm && random.Chance(0.03))
        {
            _forgotten.Add((agent.Agent, agent.Since));
        }
        else if (_calm || random.Chance(0.3))
        {
            Do("codes", new AfterCall.WrapUp(agent.Agent, "agent")
            {
                Codes = [random.Chance(0.95) ? "refill" : "unheard-of"],
                Note = random.Chance(0.3) ? "noted" : null,
                Finish = agent.Status == AgentStatus.WrapUp && random.Chance(0.3),
                Extend = agent.Status == AgentStatus.WrapUp && random.Chance(0.05) ? TimeSpan.FromSeconds(20) : null,
            });
        }
    }

    private void Decide(string agent)
    {
        var outcome = (DecidedOutcome?)random.Between(0, 3);
        Instant? at = random.Chance(0.7) ? site.Clock.Now + random.Seconds(60, 3600) : null;
        var command = new AfterCall.Decide(agent, random.Chance(0.1) ? null : outcome, agent)
        {
            At = outcome == DecidedOutcome.CallAgain ? at : null,
            Number = outcome == DecidedOutcome.CallAgain && random.Chance(0.2) ? $"514555{random.Between(0, 10_000):0000}" : null,
        };
        Do($"decide {command.Outcome?.ToString() ?? "as usual"}", command, answer =>
        {
            if (answer is { Error: null, Callback: { } callback })
            {
                referee.Decided(site.Clock.Now, callback.Id, command.Outcome);
            }
        });
    }

    /// <summary>A supervisor sees who is held, and after some minutes lets them go.</summary>
    private void Help(LiveAgent agent, bool holds)
    {
        if (!holds)
        {
            _held.Remove(agent.Agent);
        }
        else if (_held.TryAdd(agent.Agent, site.Clock.Now) || site.Clock.Now - _held[agent.Agent] < TimeSpan.FromMinutes(5))
        {
            return;
        }
        else if (_calm || random.Chance(0.02))
        {
            Do("helped", new EngineCommand.SetAgentStatus(agent.Agent, AgentStatus.Available, "supervisor") { ByForce = true });
        }
    }

    private void ChangeMembership()
    {
        if (_calm)
        {
            return;
        }

        var (kind, queue) = random.Between(0, 3) switch
        {
            0 => (WorkKind.LiveCall, SimConfiguration.InboundQueue),
            1 => (WorkKind.Callback, SimConfiguration.CallbackQueue),
            _ => (WorkKind.Callback, SimConfiguration.SecondQueue),
        };
        MemberChange? change = random.Chance(0.4) ? null : new MemberChange(random.Chance(0.6), random.Chance(0.5) ? random.Between(1, 11) : null);
        Do("membership", new MembershipCommand($"100{random.Between(1, 5)}", kind, queue, change, "supervisor"));
        world.After(random.Exponential(TimeSpan.FromHours(2)), ChangeMembership);
    }

    private void Do(string what, EngineCommand command, Action<CommandAnswer>? answered = null) => site.Command(command, answer =>
    {
        var counted = $"{what} {answer.Error ?? "done"}";
        Done[counted] = Done.GetValueOrDefault(counted) + 1;
        answered?.Invoke(answer);
    });
}
