using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What an agent's screen shows beside the phone, whose display is short.</summary>
internal static class AgentWorkEndpoint
{
    public static void Map(IEndpointRouteBuilder agents) => agents.MapGet("/{agent}/work", ShowAsync)
        .WithSummary("What an agent is offered or busy with, in full")
        .WithDescription("For a callback: number, name, the queue the customer waited in, when they asked and how long they have waited, attempt n of " +
            "m, earlier outcomes, notes, and the variables that the script collected. All but the status is null while the agent has nothing.")
        .Produces<AgentWorkBody>().Fails(404, 503).NeedsOrOwn(OwnThing.Agent, Permission.LiveRead);

    private static async Task<IResult> ShowAsync([Description("Key of the agent.")] string agent, IEnginePort engine, IStore store, CancellationToken ct)
    {
        if (!engine.Configuration.Agents.ContainsKey(agent))
        {
            return ProblemResults.NotFound($"No agent has the key '{agent}'.");
        }

        if (await engine.LookAsync(ct) is not { } live)
        {
            return ProblemResults.Starting();
        }

        var now = live.Agents.FirstOrDefault(a => a.Agent == agent);
        var (callback, interaction) = now?.Work is { } work ? Find(work, engine, store, live.At) : (null, null);
        return TypedResults.Ok(new AgentWorkBody(
            agent, now?.Status ?? AgentStatus.LoggedOut, now?.Since.UtcDateTime, now?.Work, now?.Queue, now?.Number, callback, interaction));
    }

    private static (AgentCallbackBody? Callback, InteractionBody? Interaction) Find(string work, IEnginePort engine, IStore store, Instant now)
    {
        var tenant = engine.Configuration.Tenant;
        if (work.StartsWith("cb-", StringComparison.Ordinal))
        {
            return QueryReader.TryId(work, "cb-", out var id) && store.GetCallback(tenant, new CallbackId(id)) is { } callback
                ? (Body(callback, engine, store, now), null)
                : (null, null);
        }

        return QueryReader.TryId(work, "i-", out var number) && store.GetInteraction(tenant, new InteractionId(number)) is { } interaction
            ? (null, InteractionBody.Of(interaction))
            : (null, null);
    }

    private static AgentCallbackBody Body(CallbackRequest callback, IEnginePort engine, IStore store, Instant now) => AgentCallbackBody.Of(
        callback, store.AttemptsOf(callback.Tenant, callback.Id),
        engine.Configuration.OutboundQueues.GetValueOrDefault(callback.Terms.Queue)?.MayDismiss ?? false, now);
}
