using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Core.Numbers;
using Rappel.Engine.Callbacks;
using Rappel.Engine.Telephony;
using Rappel.Sip.UserAgents;

namespace Rappel.Engine.Desk.Control;

/// <summary>Where a call goes, looked up and found possible at this moment.</summary>
internal abstract record CallDestination
{
    /// <summary>For people.</summary>
    public abstract string Name { get; }

    /// <summary>The key or number that names it.</summary>
    public abstract string Target { get; }

    /// <summary>What becomes of the record of a customer who goes there.</summary>
    public abstract string Outcome { get; }

    public sealed record OfAgent(AgentSnapshot Agent, Binding Binding) : CallDestination
    {
        public override string Name => Agent.Name;

        public override string Target => Agent.Key;

        public override string Outcome => "diverted: agent";
    }

    public sealed record OfQueue(InboundQueueSnapshot Queue) : CallDestination
    {
        public override string Name => Queue.Name;

        public override string Target => Queue.Key;

        public override string Outcome => "diverted: queue";
    }

    public sealed record OfNumber(PhoneNumber Number, string? Trunk) : CallDestination
    {
        public override string Name => Number.Value;

        public override string Target => Number.Value;

        public override string Outcome => "diverted: number";
    }

    /// <returns>Null where <paramref name="found"/> is set.</returns>
    /// <param name="asker">Key of the agent who asks.</param>
    public static Refusal? TryFind(EngineContext context, CallTarget to, string asker, out CallDestination found)
    {
        found = null!;
        return to switch
        {
            CallTarget.Agent agent => FindAgent(context, agent.Key, asker, out found),
            CallTarget.Queue queue => FindQueue(context, queue.Key, out found),
            CallTarget.Number number => FindNumber(context, number.Typed, out found),
            _ => new Refusal("unknown-target", "there is no such target", "ce destinataire n'existe pas"),
        };
    }

    private static Refusal? FindAgent(EngineContext context, string key, string asker, out CallDestination found)
    {
        found = null!;
        if (key == asker)
        {
            return new Refusal("same-agent", $"agent '{key}' is the one who asks", $"l'agent « {key} » est celui qui le demande");
        }

        if (!context.Configuration.Agents.TryGetValue(key, out var agent) || context.Acd.ReadAgent(key) is not { } state)
        {
            return new Refusal("unknown-target", $"there is no agent '{key}'", $"il n'y a pas d'agent « {key} »");
        }

        if (context.UserAgent.BindingsOf(key) is not [var binding, ..])
        {
            return new Refusal("target-unreachable", $"the phone of {agent.Name} is not there", $"le téléphone de {agent.Name} n'est pas là");
        }

        found = new OfAgent(agent, binding);
        return state.IsFreeForDirectCall() ? null : new Refusal(
            "target-busy", $"{agent.Name} is {Words.Of(state.Status)}",
            state.Status == AgentStatus.LoggedOut ? $"{agent.Name} n'est pas en service" : $"{agent.Name} n'est pas libre");
    }

    private static Refusal? FindQueue(EngineContext context, string key, out CallDestination found)
    {
        found = null!;
        if (!context.Configuration.InboundQueues.TryGetValue(key, out var queue))
        {
            return new Refusal("unknown-target", $"there is no inbound queue '{key}'", $"il n'y a pas de file d'attente « {key} »");
        }

        found = new OfQueue(queue);
        var line = context.Acd.ReadLine(Core.Acd.WorkKind.LiveCall, key, 0);
        return !QueueReadings.IsOpen(context.Configuration, queue.Schedule, context.Now) ? new Refusal("queue-closed", $"{queue.Name} is closed", $"{queue.Name} : fermé en ce moment")
            : line.Waiting + line.Offered >= queue.MaximumCalls ? new Refusal(
                "queue-full", $"{queue.Name} has as many callers as it takes", $"{queue.Name} : déjà autant d'appels que permis")
            : null;
    }

    private static Refusal? FindNumber(EngineContext context, string typed, out CallDestination found)
    {
        found = null!;
        if (DirectDialling.PlanOf(context.Configuration) is not { } plan)
        {
            return new Refusal("refused-number", "there is no dial plan", "il n'y a pas de plan de numérotation");
        }

        var verdict = DialPlan.Dial(plan, typed, DialContext.Of(context.Configuration));
        if (verdict is not DialVerdict.Dial dial)
        {
            return CallbackWishes.NumberRefusal(plan.Key, typed, verdict);
        }

        found = new OfNumber(dial.Number, dial.Trunk);
        return TrunkRoutes.For(context, dial.Trunk).IsEmpty ? new Refusal(
            "no-trunk", $"no trunk is free to dial {dial.Number}", $"aucune ligne externe n'est libre pour composer le {dial.Number}") : null;
    }
}
