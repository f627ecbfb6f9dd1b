using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Callbacks;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Server.Web.Reports;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What agents have done today, and the callbacks that are theirs.</summary>
internal static class AgentDayEndpoints
{
    public static void Map(IEndpointRouteBuilder agents)
    {
        agents.MapGet("/{agent}/today", Today)
            .WithSummary("An agent's own figures of today").Produces<AgentDayBody>().Fails(400, 404, 503).NeedsOrOwn(OwnThing.Agent, Permission.LiveRead);
        agents.MapGet("/{agent}/callbacks", Callbacks)
            .WithSummary("Callbacks that are kept for an agent, and those the agent had last")
            .Produces<AgentCallbacksBody>().Fails(404, 503).NeedsOrOwn(OwnThing.Agent, Permission.CallbacksRead);
    }

    private static IResult Today(
        [Description("Key of the agent.")] string agent,
        [Description("IANA time zone whose midnight the day begins at, such as `America/Toronto`. Default: that of the reports.")] string? zone,
        HttpContext context, IEnginePort engine, IStore store)
    {
        var configuration = engine.Configuration;
        if (!configuration.Agents.ContainsKey(agent))
        {
            return ProblemResults.NotFound($"No agent has the key '{agent}'.");
        }

        var local = ReportZone.Of(configuration);
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out local))
        {
            return ProblemResults.Fields([new(null, "zone", "is no time zone that is known here", "an IANA name such as America/Toronto")]);
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var since = Midnight(now, local!);
        return TypedResults.Ok(AgentDay.Of(
            since, now, store.OffersTo(configuration.Tenant, agent, since, ApiLimits.OffersADay),
            store.StatusesOf(configuration.Tenant, agent, since, ApiLimits.StatusesADay)));
    }

    private static IResult Callbacks([Description("Key of the agent.")] string agent, HttpContext context, IEnginePort engine, IStore store)
    {
        var configuration = engine.Configuration;
        if (!configuration.Agents.ContainsKey(agent))
        {
            return ProblemResults.NotFound($"No agent has the key '{agent}'.");
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var found = store.FindCallbacks(
            configuration.Tenant, new CallbackFilter(null, false, null, null, ApiLimits.OwnCallbacks, null) { Agent = agent });
        return TypedResults.Ok(new AgentCallbacksBody([.. found.OrderBy(c => c.IsFinal || c.Handling?.AssignedAgent != agent).Select(Body)]));

        AgentCallbackBody Body(CallbackRequest c) => AgentCallbackBody.Of(c, store.AttemptsOf(c.Tenant, c.Id), configuration, now);
    }

    /// <summary>The last one; on a day whose midnight the clocks leave out, the first moment of that day.</summary>
    private static Instant Midnight(Instant now, TimeZoneInfo zone)
    {
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date;
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new Instant(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
