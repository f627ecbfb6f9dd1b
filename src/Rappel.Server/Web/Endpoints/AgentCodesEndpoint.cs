using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>The names of what an agent chooses from: an agent may not read the configuration, where they stand.</summary>
internal static class AgentCodesEndpoint
{
    public static void Map(IEndpointRouteBuilder agents) => agents.MapGet("/{agent}/codes", Show)
        .WithSummary("Reasons for a status, and codes for calls, that an agent may choose from")
        .Produces<AgentCodesBody>().Fails(404).NeedsOrOwn(OwnThing.Agent, Permission.LiveRead);

    private static IResult Show([Description("Key of the agent.")] string agent, IEnginePort engine) =>
        engine.Configuration.Agents.ContainsKey(agent)
            ? TypedResults.Ok(AgentCodesBody.Of(engine.Configuration))
            : ProblemResults.NotFound($"No agent has the key '{agent}'.");
}
