using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>No more callbacks are dialled than agents are reserved for them.</summary>
internal sealed class NoMoreInFlightThanAgents(Referee referee) : Checker(referee)
{
    private readonly HashSet<long> _inFlight = [];
    private readonly Dictionary<string, AgentStatus> _agents = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfAgent(var agent):
                _agents[agent.Agent] = agent.Status;
                break;
            case StoreRow.OfCallback({ Status: CallbackStatus.Dialling or CallbackStatus.Connected } callback):
                _inFlight.Add(callback.Id.Value);
                break;
            case StoreRow.OfCallback(var callback):
                _inFlight.Remove(callback.Id.Value);
                break;
        }
    }

    public override void Invited(Instant now, string number)
    {
        var busy = _agents.Values.Count(s => s == AgentStatus.Busy);
        if (_inFlight.Count > busy)
        {
            Object(now, $"{_inFlight.Count} callbacks are in flight for {busy} busy agents");
        }
    }

    public override void Crashed()
    {
        _inFlight.Clear();
        _agents.Clear();
    }
}
