using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Bodies;

/// <summary>An agent's work as one body: what is live of it, and what the store knows.</summary>
internal sealed class WorkReading(ConfigurationSnapshot configuration, IStore store)
{
    /// <param name="now">Null while nothing is known of the agent.</param>
    /// <param name="at">When this was so.</param>
    public AgentWorkBody Read(AgentSnapshot agent, LiveAgent? now, Instant at)
    {
        var desk = now?.Desk ?? LiveDesk.Empty;
        var (callback, interaction) = Subject(now, desk.WrapUp, at);
        return new AgentWorkBody(
            agent.Key, agent.Name, now?.Status ?? AgentStatus.LoggedOut, now?.Code, now?.Since.UtcDateTime, desk.Next, now?.Registered ?? false,
            now is { Registered: true } ? now.IsInBrowser ? "browser" : "phone" : null, WorkOfferBody.Of(desk.Offer, QueueName), WorkCallBody.Of(desk.Call, QueueName),
            WrapUp(desk.WrapUp, desk.Said), now?.Work, now?.Queue, now?.Number, callback, interaction)
        {
            Said = WorkSaidBody.Of(desk.Said),
        };
    }

    private string? QueueName(string? key) => key is null ? null
        : configuration.InboundQueues.GetValueOrDefault(key)?.Name ?? configuration.OutboundQueues.GetValueOrDefault(key)?.Name
            ?? configuration.VoicemailQueues.GetValueOrDefault(key)?.Name ?? key;

    private static WorkWrapUpBody? WrapUp(LiveWrapUp? wrapUp, LiveSaid? live)
    {
        if (wrapUp is null)
        {
            return null;
        }

        var said = WorkSaidBody.Of(live) ?? WorkSaidBody.Nothing;
        return new WorkWrapUpBody(
            wrapUp.Interaction?.ToString(), wrapUp.Callback?.ToString(), wrapUp.Since.UtcDateTime, (live?.WrapUpEnds ?? wrapUp.Deadline)?.UtcDateTime,
            said.Codes, said.Note, live?.Holds ?? false, said.Outcomes)
        {
            Outcome = said.Outcome,
        };
    }

    private (AgentCallbackBody? Callback, InteractionBody? Interaction) Subject(LiveAgent? now, LiveWrapUp? wrapUp, Instant at)
    {
        var work = now?.Work ?? wrapUp?.Callback?.ToString() ?? wrapUp?.Interaction?.ToString();
        if (QueryReader.TryId(work ?? "", "cb-", out var id))
        {
            return store.GetCallback(configuration.Tenant, new CallbackId(id)) is { } found ? (Body(found, at), null) : (null, null);
        }

        return QueryReader.TryId(work ?? "", "i-", out var number) && store.GetInteraction(configuration.Tenant, new InteractionId(number)) is { } record
            ? (null, InteractionEndpoints.Bodies(store, [record])[0])
            : (null, null);
    }

    private AgentCallbackBody Body(CallbackRequest callback, Instant at) =>
        AgentCallbackBody.Of(callback, store.AttemptsOf(callback.Tenant, callback.Id), configuration, at);
}
