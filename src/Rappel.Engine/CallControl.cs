namespace Rappel.Engine;

/// <summary>
/// What an agent does with a call, by whatever phone. Refused with <c>no-call</c> where there is none, and with <c>not-in-state</c> where it does
/// not fit what the call is at.
/// </summary>
/// <param name="Agent">Key of the agent whose call it is.</param>
/// <param name="Who">A person or a program, for the journal.</param>
public abstract record CallControl(string Agent, string Who) : EngineCommand
{
    /// <summary>The customer hears the queue's music.</summary>
    public sealed record Hold(string Agent, string Who) : CallControl(Agent, Who);

    public sealed record Resume(string Agent, string Who) : CallControl(Agent, Who);

    public sealed record HangUp(string Agent, string Who) : CallControl(Agent, Who);

    /// <summary>As telephone-events to whom the agent talks with.</summary>
    /// <param name="Pressed"><c>0</c> to <c>9</c>, <c>*</c>, <c>#</c>, <c>A</c> to <c>D</c>.</param>
    public sealed record Keys(string Agent, string Pressed, string Who) : CallControl(Agent, Who);

    /// <summary>Hands the customer over without a word. Refused with <c>unknown-target</c>, <c>same-agent</c>, <c>target-busy</c>,
    /// <c>target-unreachable</c>, <c>queue-closed</c>, <c>queue-full</c>, <c>refused-number</c>, <c>no-trunk</c>.</summary>
    public sealed record Transfer(string Agent, CallTarget To, string Who) : CallControl(Agent, Who);

    /// <summary>Calls somebody while the customer waits. Refused as <see cref="Transfer"/> is; a queue with <c>not-a-person</c>.</summary>
    public sealed record Consult(string Agent, CallTarget To, string Who) : CallControl(Agent, Who);

    /// <summary>Hands the customer over to whom the agent asked, also while that phone still rings.</summary>
    public sealed record Complete(string Agent, string Who) : CallControl(Agent, Who);

    /// <summary>Back to the customer, without whom the agent asked.</summary>
    public sealed record Cancel(string Agent, string Who) : CallControl(Agent, Who);

    /// <summary>The agent talks with the other of the two.</summary>
    public sealed record Swap(string Agent, string Who) : CallControl(Agent, Who);

    /// <summary>All three hear each other.</summary>
    public sealed record Join(string Agent, string Who) : CallControl(Agent, Who);

    /// <summary>Writes silence in the place of what is said, or records again. Refused with <c>not-recorded</c>.</summary>
    public sealed record Record(string Agent, bool Paused, string Who) : CallControl(Agent, Who);

    /// <summary>A call of the agent's own: its phone is rung first. Refused as <see cref="Consult"/> is, and with <c>agent-busy</c>,
    /// <c>agent-unreachable</c>.</summary>
    public sealed record Dial(string Agent, CallTarget To, string Who) : CallControl(Agent, Who);

    /// <summary>Refused with <c>no-offer</c>, and with <c>not-permitted</c> where the agent has no right to reject.</summary>
    public sealed record RejectOffer(string Agent, string Who) : CallControl(Agent, Who);
}
