using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Sip.Transports;

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

    /// <summary>A trunk was asked for this number, whether or not anybody's phone rings.</summary>
    public virtual void Invited(Instant now, string number)
    {
    }

    /// <summary>The phone of this number rings, or would if it were not busy.</summary>
    public virtual void Rung(Instant now, string number)
    {
    }

    public virtual void AgentAnswered(Instant now, string agent, int calls)
    {
    }

    public virtual void CallerWasPromised(Instant now, string digits)
    {
    }

    /// <summary>The carrier turns a call for this number down.</summary>
    /// <param name="cause">Of Q.850, where it gives one.</param>
    public virtual void CarrierRejects(string number, int status, int? cause)
    {
    }

    /// <summary>This caller's call was answered.</summary>
    public virtual void CallerIsThrough(string number)
    {
    }

    /// <summary>This caller's end of the call is over.</summary>
    public virtual void CallerLeft(Instant now, string number)
    {
    }

    /// <summary>This caller listens and waits, and presses nothing that leads anywhere.</summary>
    public virtual void CallerOnlyWaits(string number)
    {
    }

    /// <summary>A caller heard this, and dialled a channel of the expected language.</summary>
    public virtual void Heard(Instant now, string expected, string language, string text)
    {
    }

    /// <summary>Somebody rung back heard this.</summary>
    public virtual void CustomerHeard(Instant now, string number, string language, string text)
    {
    }

    /// <summary>Somebody rung back, or a machine of theirs, answered.</summary>
    public virtual void CustomerAnswered(Instant now, string number)
    {
    }

    /// <summary>Somebody rung back pressed the key to be connected.</summary>
    public virtual void CustomerPressed(Instant now, string number)
    {
    }

    /// <summary>Somebody rung back, who had answered, is gone.</summary>
    public virtual void CustomerLeft(Instant now, string number)
    {
    }

    /// <summary>An agent's phone rings.</summary>
    /// <param name="display">The name it shows.</param>
    public virtual void AgentRung(Instant now, string agent, string number, string display)
    {
    }

    /// <summary>A phone of this user's rings, for a call whose audio we have on this port.</summary>
    /// <param name="watches">It was asked to, to listen to somebody else's call.</param>
    public virtual void PhoneRung(string user, int enginePort, bool watches)
    {
    }

    /// <summary>The server has a connection of one more of this user's pages, or of one less.</summary>
    public virtual void PageConnected(Instant now, string user, bool isOpen)
    {
    }

    /// <summary>The engine sends something to a page that is not connected there.</summary>
    public virtual void SentToNobody(Instant now, Flow flow, ReadOnlyMemory<byte> message)
    {
    }

    /// <summary>An agent's call for this number is up (its ACK came), or over.</summary>
    public virtual void AgentTalks(Instant now, string agent, string number, bool begins)
    {
    }

    /// <summary>The engine sends a message of SIP.</summary>
    public virtual void Sent(ReadOnlyMemory<byte> message)
    {
    }

    /// <summary>The engine tells the media what somebody is to hear.</summary>
    public virtual void Ordered(Instant now, MediaOrder order)
    {
    }

    /// <summary>A person or a program asks.</summary>
    public virtual void Commanded(Instant now, EngineCommand command)
    {
    }

    /// <summary>It was answered as done.</summary>
    public virtual void Obeyed(Instant now, EngineCommand command)
    {
    }

    /// <summary>An agent's decision about a callback was answered as kept.</summary>
    /// <param name="outcome">Null takes back what was decided.</param>
    public virtual void Decided(Instant now, CallbackId callback, DecidedOutcome? outcome)
    {
    }

    public virtual void Published(ConfigurationSnapshot configuration)
    {
    }

    public virtual void Viewed(Instant now, LiveView view)
    {
    }

    public virtual void Restarted(Instant now)
    {
    }

    public virtual void Crashed()
    {
    }

    public virtual void AtTheEnd(Instant now, LiveView? view)
    {
    }

    /// <summary>True time; the instants given are the server's.</summary>
    protected Instant TrueTime => referee.TrueTime;

    protected ConfigurationSnapshot Configuration => referee.Configuration;

    /// <summary>Looks again later, unless the process dies before.</summary>
    protected void After(TimeSpan delay, Action look) => referee.After(delay, look);

    protected bool Serves(WorkKind kind, string queue, string agent) => referee.Serves(kind, queue, agent);

    protected void Object(Instant now, string text) => referee.Violation(now, GetType().Name, text);
}
