using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Engine.Desk.Live;
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
            now is { Registered: true } ? "phone" : null, WorkOfferBody.Of(desk.Offer, QueueName), WorkCallBody.Of(desk.Call, QueueName),
            WrapUp(desk.WrapUp), now?.Work, now?.Queue, now?.Number, callback, interaction);
    }

    private string? QueueName(string? key) => key is null ? null
        : configuration.InboundQueues.GetValueOrDefault(key)?.Name ?? configuration.OutboundQueues.GetValueOrDefault(key)?.Name
            ?? configuration.VoicemailQueues.GetValueOrDefault(key)?.Name ?? key;

    private WorkWrapUpBody? WrapUp(LiveWrapUp? wrapUp)
    {
        if (wrapUp is null)
        {
            return null;
        }

        var codes = wrapUp.Queue is not { } queue ? QueueCodes.None
            : configuration.InboundQueues.GetValueOrDefault(queue)?.Codes ?? configuration.OutboundQueues.GetValueOrDefault(queue)?.Codes ?? QueueCodes.None;
        return new WorkWrapUpBody(
            wrapUp.Interaction?.ToString(), wrapUp.Callback?.ToString(), wrapUp.Since.UtcDateTime, wrapUp.Deadline?.UtcDateTime,
            new WorkCodesBody(codes.List, codes.Mandatory, ApiLimits.MostCodes, []), null, false, []);
    }

    private (AgentCallbackBody? Callback, InteractionBody? Interaction) Subject(LiveAgent? now, LiveWrapUp? wrapUp, Instant at)
    {
        var work = now?.Work ?? wrapUp?.Callback?.ToString() ?? wrapUp?.Interaction?.ToString();
        if (QueryReader.TryId(work ?? "", "cb-", out var id))
        {
            return store.GetCallback(configuration.Tenant, new CallbackId(id)) is { } found ? (Body(found, at), null) : (null, null);
        }

        return QueryReader.TryId(work ?? "", "i-", out var number) && store.GetInteraction(configuration.Tenant, new InteractionId(number)) is { } record
            ? (null, InteractionBody.Of(record))
            : (null, null);
    }

    private AgentCallbackBody Body(CallbackRequest callback, Instant at) => AgentCallbackBody.Of(
        callback, store.AttemptsOf(callback.Tenant, callback.Id),
        configuration.OutboundQueues.GetValueOrDefault(callback.Terms.Queue)?.MayDismiss ?? false, at);
}
