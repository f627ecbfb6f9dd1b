using Rappel.Core.Acd;

namespace Rappel.Server.Web.Bodies;

/// <summary>What an agent is offered or busy with, as last published.</summary>
/// <param name="Code">The reason given for the status; null for none.</param>
/// <param name="Next">The status that begins after this work; null where none was asked for.</param>
/// <param name="Reachable">Whether the agent's phone is there.</param>
/// <param name="Connection">What would be rung: <c>browser</c> or <c>phone</c>; null for nothing.</param>
/// <param name="Offer">What the agent is asked to take; null for nothing.</param>
/// <param name="Call">What the agent is in; null for nothing.</param>
/// <param name="WrapUp">While in wrap-up; null otherwise.</param>
/// <param name="Work">For example <c>cb-4</c>, or <c>i-7</c> for a call or a message; null for nothing. The same is told in <c>offer</c> and <c>call</c>.</param>
/// <param name="Number">The other person's number; null where withheld.</param>
/// <param name="Queue">Key of the queue that it came from.</param>
/// <param name="Callback">Where it is a callback: all that is known about the customer's wish. In wrap-up of the one just handled.</param>
/// <param name="Interaction">The record of the call or message. In wrap-up of the one just handled.</param>
public sealed record AgentWorkBody(
    string Agent, string Name, AgentStatus Status, string? Code, DateTime? Since, AgentStatus? Next, bool Reachable, string? Connection,
    WorkOfferBody? Offer, WorkCallBody? Call, WorkWrapUpBody? WrapUp, string? Work, string? Queue, string? Number, AgentCallbackBody? Callback,
    InteractionBody? Interaction)
{
    /// <summary>What the agent has said about the call and may say, in it and in the wrap-up; null outside both.</summary>
    public WorkSaidBody? Said { get; init; }
}
