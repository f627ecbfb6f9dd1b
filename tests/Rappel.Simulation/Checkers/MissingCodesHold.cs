using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>
/// Whoever talked with a customer of a queue that wants codes is offered nothing before one is given, over a crash too, unless a supervisor lets
/// them go; and nobody is held for longer than the bound.
/// </summary>
internal sealed class MissingCodesHold(Referee referee) : Checker(referee)
{
    /// <summary>The wrap-up itself and its extensions, and a clock that runs slow.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(20);

    /// <summary>For a clock that runs fast.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Held> _durable = new(StringComparer.Ordinal);
    private readonly HashSet<InteractionId> _coded = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfAgent({ Status: not (AgentStatus.WrapUp or AgentStatus.Busy) } agent)
                when _held.Remove(agent.Agent, out var held) && TrueTime - held.Since < AcdLimits.WrapUpHeldFor - Early:
                Object(now, $"{agent.Agent} is {agent.Status} while codes of {held.Interaction} are missing");
                break;
            case StoreRow.OfOffer({ Outcome: null } offer) when _held.TryGetValue(offer.Agent, out var held):
                Object(now, $"{offer.Agent} is offered {offer.Id} while codes of {held.Interaction} are missing");
                break;
            default:
                Follow(_held, row);
                break;
        }
    }

    public override void Durable(Instant now, StoreRow row)
    {
        if (row is StoreRow.OfAgent({ Status: not (AgentStatus.WrapUp or AgentStatus.Busy) } agent))
        {
            _durable.Remove(agent.Agent);
        }

        Follow(_durable, row);
    }

    /// <summary>A supervisor may.</summary>
    public override void Commanded(Instant now, EngineCommand command)
    {
        if (command is EngineCommand.SetAgentStatus { ByForce: true, Agent: var agent })
        {
            _held.Remove(agent);
            _durable.Remove(agent);
        }
    }

    public override void Published(Core.Config.ConfigurationSnapshot configuration)
    {
        foreach (var gone in _held.Keys.Concat(_durable.Keys).Where(a => !configuration.Agents.ContainsKey(a)).ToList())
        {
            _held.Remove(gone);
            _durable.Remove(gone);
        }
    }

    public override void Viewed(Instant now, LiveView view)
    {
        foreach (var (agent, held) in _held.ToArray())
        {
            if (TrueTime - held.Since > AcdLimits.WrapUpHeldFor + Slack)
            {
                Object(now, $"{agent} has been held for {(TrueTime - held.Since).TotalMinutes:0} min");
                _held.Remove(agent);
            }
        }
    }

    public override void Crashed()
    {
        _held.Clear();
        foreach (var (agent, held) in _durable)
        {
            _held.Add(agent, held);
        }
    }

    private void Follow(Dictionary<string, Held> held, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfAfterCall({ Codes.IsEmpty: false } said):
                _coded.Add(said.Interaction);
                if (held.TryGetValue(said.Agent, out var waits) && waits.Interaction == said.Interaction)
                {
                    held.Remove(said.Agent);
                }

                break;
            case StoreRow.OfAfterCall(var said):
                _coded.Remove(said.Interaction);
                break;
            case StoreRow.OfOffer({ TalkedUntil: not null } offer) when !_coded.Contains(offer.Interaction) && WantsCodes(offer):
                held.TryAdd(offer.Agent, new Held(offer.Interaction, TrueTime));
                break;
        }
    }

    /// <summary>Whoever is no agent any more is done with the call.</summary>
    private bool WantsCodes(OfferRow offer) => Configuration.Agents.ContainsKey(offer.Agent) && (offer.Kind == WorkKind.Callback
        ? Configuration.OutboundQueues.GetValueOrDefault(offer.Queue)?.Codes
        : Configuration.InboundQueues.GetValueOrDefault(offer.Queue)?.Codes) is { Mandatory: true };

    private sealed record Held(InteractionId Interaction, Instant Since);
}
