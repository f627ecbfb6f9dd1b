using Rappel.Core.Acd;
using Rappel.Core.Calls;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Watching;

/// <summary>All supervisors who are at an agent's call: begins and ends it, and keeps them where the agents are.</summary>
internal sealed class WatchDesk(EngineContext context)
{
    private readonly SortedDictionary<long, Watch> _watches = [];
    private long _last;
    private bool _follows;

    public IEnumerable<LiveWatch> Read() =>
        _watches.Values.Select(watch => watch.Read(context.Configuration.Agents.GetValueOrDefault(watch.Watched.Agent!)?.Name ?? watch.Watched.Agent!));

    /// <summary>Whether somebody whom the agent of this leg hears watches: those who only listen are never told of.</summary>
    public bool IsBargedInto(Leg leg) => _watches.Values.Any(watch => watch is { Mode: WatchMode.Barge } && watch.Watched == leg);

    /// <summary>Whether the phone of this agent listens to another's call, or rings for that.</summary>
    public bool IsWatching(string agent) => _watches.Values.Any(watch => watch.Phone == agent);

    public void Handle(long ticket, WatchCommand command)
    {
        var refusal = command switch
        {
            WatchCommand.Begin begin => Begin(begin),
            WatchCommand.Change change => With(change.Watch, watch => watch.Change(change.Mode, change.Who)),
            WatchCommand.End end => With(end.Watch, watch => watch.End("asked", end.Who)),
            _ => null,
        };
        if (refusal is not null)
        {
            context.Emit(new EngineOutput.Answered(ticket, refusal.ToAnswer()));
            return;
        }

        var id = command is WatchCommand.Begin ? _last : (long?)null;
        context.AfterOutputs(() => context.Ledger.WhenDurable(
            () => context.Emit(new EngineOutput.Answered(ticket, new CommandAnswer(null, null, null) { Watch = id })),
            lost: () => context.Emit(new EngineOutput.Answered(ticket, Refusal.NotWritten))));
    }

    /// <summary>A leg has come into a conversation, or out of one, or is over: whoever watches it follows before the turn is over.</summary>
    public void Moved(Leg leg)
    {
        if (_watches.Count > 0 && !_follows && _watches.Values.Any(watch => watch.Watched == leg))
        {
            _follows = true;
            context.AfterOutputs(Follow);
        }
    }

    public void Forget(Watch watch) => _watches.Remove(watch.Id);

    /// <summary>The process ends.</summary>
    public void CutOff()
    {
        foreach (var watch in _watches.Values.ToArray())
        {
            watch.End("interrupted");
        }
    }

    private void Follow()
    {
        // Of no call: what breaks in here ends nobody's.
        context.Current.Id = null;
        _follows = false;
        foreach (var watch in _watches.Values.ToArray())
        {
            watch.Follow();
        }
    }

    private Refusal? Begin(WatchCommand.Begin order)
    {
        if (!context.Configuration.Agents.TryGetValue(order.Agent, out var agent))
        {
            return Refusal.NoAgent(order.Agent);
        }

        if (order.Phone == order.Agent)
        {
            return new Refusal("same-agent", "nobody watches their own call", "personne n'écoute son propre appel");
        }

        if (context.Legs.OfAgent(order.Agent) is not { } leg)
        {
            return new Refusal("no-call", $"{agent.Name} is in no call", $"{agent.Name} n'est pas en communication");
        }

        if (context.UserAgent.BindingsOf(order.Phone).FirstOrDefault(b => !b.Flow.IsLost) is not { } binding)
        {
            return new Refusal("phone-unreachable", $"no phone is registered as '{order.Phone}'", $"aucun téléphone n'est enregistré comme « {order.Phone} »");
        }

        if (_watches.Values.Any(w => w.Phone == order.Phone) || context.Acd.ReadAgent(order.Phone) is { Status: AgentStatus.Offered or AgentStatus.Busy })
        {
            return new Refusal("phone-busy", $"the phone of '{order.Phone}' is in use", $"le téléphone de « {order.Phone} » est occupé");
        }

        var watch = new Watch(context, ++_last, order, leg, InteractionOf(order.Agent, leg));
        _watches[watch.Id] = watch;
        if (watch.TryBegin(binding, AgentDisplay.OfWatch(agent, context.Configuration.Agents.GetValueOrDefault(order.Phone)?.Language ?? context.Configuration.DefaultLanguage)))
        {
            return null;
        }

        _watches.Remove(watch.Id);
        return new Refusal("busy", "no audio port is free", "aucun port audio n'est libre");
    }

    private Refusal? With(long id, Action<Watch> act)
    {
        if (!_watches.TryGetValue(id, out var watch))
        {
            return new Refusal("unknown-watch", $"there is no watch {id}, or it is over", $"l'écoute {id} n'existe pas ou est terminée");
        }

        act(watch);
        return null;
    }

    private InteractionId? InteractionOf(string agent, Leg leg) =>
        (context.Acd.ReadAgent(agent)?.Offer is { } offer ? context.Rings.GetValueOrDefault(offer)?.Interaction : null)
        ?? context.PartyOf(agent)?.Interaction
        ?? (leg.Work is { Kind: WorkKind.LiveCall, Value: var call } ? context.Callers.GetValueOrDefault(call)?.Record.Id : null);
}
