using Rappel.Core.Callbacks;

namespace Rappel.Simulation.Checkers;

/// <summary>
/// Two agents are never in calls for the same person at once, but where a callback of a service that this person did not call rings meanwhile.
/// </summary>
internal sealed class OneAgentPerCustomer(Referee referee, SimStore store) : Checker(referee)
{
    /// <summary>The first agent's phone may learn that its call is over a little after the second one's rings.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(12);

    private readonly Dictionary<string, List<string>> _talks = [];

    public override void AgentTalks(Instant now, string agent, string number, bool begins)
    {
        if (!number.StartsWith('+'))
        {
            return;
        }

        if (!_talks.TryGetValue(number, out var agents))
        {
            _talks.Add(number, agents = []);
        }

        if (!begins)
        {
            agents.Remove(agent);
            return;
        }

        agents.Add(agent);
        if (agents.Count > 1)
        {
            After(Lag, () =>
            {
                if (agents.Contains(agent) && agents.Count > 1 && !IsCalledByAnotherService(number))
                {
                    Object(now, $"{string.Join(" and ", agents)} talk for {number} at once");
                }
            });
        }
    }

    public override void Crashed() => _talks.Clear();

    /// <summary>Whoever reaches a queue is no longer called back by the one that queue calls back with; by others they are.</summary>
    private bool IsCalledByAnotherService(string number) => store.OfNumber(number).Any(c =>
        c.Number == number && c.Status is CallbackStatus.Dialling && Configuration.InboundQueues.Values.All(q => q.OutboundQueue != c.Terms.Queue));
}
