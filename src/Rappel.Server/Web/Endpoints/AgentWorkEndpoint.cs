using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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
        .WithDescription("`offer` while the phone is to ring, `call` from its answer to the end, `wrapUp` afterwards; at most one of them is not null. For a " +
            "callback: number, name, the queue the customer waited in, when they asked and how long they have waited, attempt n of m, earlier " +
            "outcomes, notes, and the variables that the script collected.")
        .Produces<AgentWorkBody>().Fails(404, 503).NeedsOrOwn(OwnThing.Agent, Permission.LiveRead);

    private static async Task<IResult> ShowAsync([Description("Key of the agent.")] string agent, IEnginePort engine, IStore store, CancellationToken ct)
    {
        if (!engine.Configuration.Agents.ContainsKey(agent))
        {
            return ProblemResults.NotFound($"No agent has the key '{agent}'.");
        }

        return await engine.LookAsync(ct) is { } live && Read(agent, live.Agents.FirstOrDefault(a => a.Agent == agent), live.At, engine, store) is { } work
            ? TypedResults.Ok(work)
            : ProblemResults.Starting();
    }

    /// <param name="now">Null where the live state does not have the agent yet.</param>
    /// <returns>Null where there is no such agent.</returns>
    internal static AgentWorkBody? Read(string agent, LiveAgent? now, Instant at, IEnginePort engine, IStore store) =>
        engine.Configuration.Agents.GetValueOrDefault(agent) is { } known ? new WorkReading(engine.Configuration, store).Read(known, now, at) : null;
}
