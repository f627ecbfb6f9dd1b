using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>No more callbacks are dialled than agents are reserved for them.</summary>
internal sealed class NoMoreInFlightThanAgents(Referee referee) : Checker(referee)
{
    private readonly SortedDictionary<long, string> _inFlight = [];
    private readonly HashSet<string> _answered = [];
    private readonly HashSet<string> _left = [];
    private readonly Dictionary<string, AgentStatus> _agents = [];

    public override void Issued(Instant now, StoreRow row)
    {
        switch (row)
        {
            case StoreRow.OfAgent(var agent):
                _agents[agent.Agent] = agent.Status;
                break;
            // Whoever has hung up needs no agent, though the request waits for what its agent says of it.
            case StoreRow.OfCallback({ Status: CallbackStatus.Connected } callback) when _left.Contains(callback.Number):
                _inFlight.Remove(callback.Id.Value);
                break;
            case StoreRow.OfCallback({ Status: CallbackStatus.Dialling or CallbackStatus.Connected, IsTalkOver: false } callback):
                if (!_inFlight.ContainsKey(callback.Id.Value) && callback.Status is CallbackStatus.Dialling)
                {
                    _answered.Remove(callback.Number); // Dialled anew: whoever answered before has not answered this.
                }

                _inFlight[callback.Id.Value] = callback.Number;
                break;
            case StoreRow.OfCallback(var callback):
                _inFlight.Remove(callback.Id.Value);
                break;
        }
    }

    public override void Invited(Instant now, string number)
    {
        // Customer first: whoever has answered waits for whichever agent is free next, or is a machine, which needs none.
        var held = _agents.Values.Count(s => s is AgentStatus.Busy or AgentStatus.Offered);
        var inFlight = _inFlight.Values.Count(n => !_answered.Contains(n));
        if (inFlight > held)
        {
            Object(now, $"{inFlight} callbacks are in flight for {held} agents");
        }
    }

    public override void CustomerAnswered(Instant now, string number) => _answered.Add(number);

    /// <remarks>They remain answered: until their BYE arrives the server takes them to be on the line, and keeps no agent for them.</remarks>
    public override void CustomerLeft(Instant now, string number) => _left.Add(number);

    public override void Rung(Instant now, string number)
    {
        _answered.Remove(number);
        _left.Remove(number);
    }

    public override void Crashed()
    {
        _answered.Clear();
        _left.Clear();
        _inFlight.Clear();
        _agents.Clear();
    }
}
