using Rappel.Core.Acd;

namespace Rappel.Engine.Desk;

/// <summary>The stable words of statuses, as records and programs read them.</summary>
internal static class Words
{
    public static string Of(AgentStatus status) => status switch
    {
        AgentStatus.LoggedOut => "logged-out",
        AgentStatus.OnBreak => "on-break",
        AgentStatus.Available => "available",
        AgentStatus.Offered => "offered",
        AgentStatus.Busy => "busy",
        AgentStatus.WrapUp => "wrap-up",
        _ => "working-offline",
    };

    /// <summary>Free to be rung for a call that comes from no queue.</summary>
    public static bool IsFreeForDirectCall(this AgentReading agent) =>
        agent.Status is not (AgentStatus.LoggedOut or AgentStatus.Offered or AgentStatus.Busy);
}
