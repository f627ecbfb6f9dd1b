namespace Rappel.Simulation.Checkers;

/// <summary>Two agents are never in calls for the same person at once.</summary>
internal sealed class OneAgentPerCustomer(Referee referee) : Checker(referee)
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
                if (agents.Contains(agent) && agents.Count > 1)
                {
                    Object(now, $"{string.Join(" and ", agents)} talk for {number} at once");
                }
            });
        }
    }

    public override void Crashed() => _talks.Clear();
}
