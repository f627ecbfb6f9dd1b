using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Simulation.Checkers;

/// <summary>Holds one rule against what happens, knowing nothing of how the engine keeps it.</summary>
internal abstract class Checker(Referee referee)
{
    public virtual void Issued(Instant now, StoreRow row)
    {
    }

    public virtual void Durable(Instant now, StoreRow row)
    {
    }

    public virtual void Rung(Instant now, string number)
    {
    }

    public virtual void AgentAnswered(Instant now, string agent, int calls)
    {
    }

    public virtual void CallerWasPromised(Instant now, string digits)
    {
    }

    public virtual void Crashed()
    {
    }

    public virtual void AtTheEnd(Instant now, LiveView? view)
    {
    }

    protected void Object(Instant now, string text) => referee.Violation(now, GetType().Name, text);
}
