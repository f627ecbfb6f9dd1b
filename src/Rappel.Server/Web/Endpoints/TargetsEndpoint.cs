using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Drafts;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What an agent chooses from who wants to put a customer through.</summary>
internal static class TargetsEndpoint
{
    public static void Map(IEndpointRouteBuilder agents) => agents.MapGet("/{agent}/targets", ShowAsync)
        .WithSummary("Whom an agent can call or put a customer through to")
        .WithDescription($"Other agents, those who are free first, and inbound queues, both by name; at most {ApiLimits.MaximumTargets} of each.")
        .Produces<TargetsBody>().Fails(404, 503).NeedsOrOwn(OwnThing.Agent, Permission.LiveRead);

    private static async Task<IResult> ShowAsync(
        [Description("Key of the agent.")] string agent, IEnginePort engine,
        [Description("A part of the name or key; accents and capitals do not matter.")] string? search, CancellationToken ct)
    {
        var configuration = engine.Configuration;
        if (!configuration.Agents.ContainsKey(agent))
        {
            return ProblemResults.NotFound($"No agent has the key '{agent}'.");
        }

        return await engine.LookAsync(ct) is { } live
            ? TypedResults.Ok(new TargetsBody(live.At.UtcDateTime, Agents(configuration, live, agent, search), Queues(live, search)))
            : ProblemResults.Starting();
    }

    private static List<TargetAgentBody> Agents(ConfigurationSnapshot configuration, LiveView live, string asker, string? search)
    {
        var now = live.Agents.ToDictionary(a => a.Agent, StringComparer.Ordinal);
        return [.. configuration.Agents.Values.Where(a => a.Key != asker && Fits(search, a.Key, a.Name))
            .Select(a => Body(a, now.GetValueOrDefault(a.Key))).OrderByDescending(a => a.Free).ThenBy(a => LatinFolding.Fold(a.Name), StringComparer.Ordinal).Take(ApiLimits.MaximumTargets)];
    }

    private static TargetAgentBody Body(AgentSnapshot agent, LiveAgent? now) => new(
        agent.Key, agent.Name, now?.Status ?? AgentStatus.LoggedOut, now?.Since.UtcDateTime, now?.Registered ?? false,
        now is { Registered: true, Status: not (AgentStatus.LoggedOut or AgentStatus.Offered or AgentStatus.Busy) });

    private static List<TargetQueueBody> Queues(LiveView live, string? search) =>
    [
        .. live.Queues.Where(q => q.Kind == "inbound" && Fits(search, q.Queue, q.Name)).OrderBy(q => LatinFolding.Fold(q.Name), StringComparer.Ordinal).Take(ApiLimits.MaximumTargets)
            .Select(q => new TargetQueueBody(q.Queue, q.Name, q.Waiting, q.ExpectedWaitSeconds, q.AgentsAvailable, q.Open)),
    ];

    private static bool Fits(string? search, string key, string name) => string.IsNullOrWhiteSpace(search)
        || LatinFolding.Fold($"{name}\n{key}").Contains(LatinFolding.Fold(search.Trim()), StringComparison.Ordinal);
}
