using Rappel.Core.Config;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <summary>Our end of a customer's conversation: an agent, or somebody outside whom an agent put through.</summary>
internal interface ISeat
{
    /// <summary>Null for somebody outside.</summary>
    AgentSnapshot? Agent { get; }

    Leg Leg { get; }

    /// <summary>The customer and this one hear each other for the first time.</summary>
    void Talks();

    /// <summary>The phone was lost in mid-call and is back: this is its leg from now on.</summary>
    void Return(Leg leg);

    /// <summary>Hung up, and free for what comes after a call.</summary>
    void Finish();
}
