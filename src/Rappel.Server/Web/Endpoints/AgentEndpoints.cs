using System.Text.Json.Nodes;
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
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

internal static class AgentEndpoints
{
    /// <summary>What may be asked for; the others follow from calls.</summary>
    private static readonly AgentStatus[] Askable = [AgentStatus.LoggedOut, AgentStatus.OnBreak, AgentStatus.Available, AgentStatus.WorkingOffline];

    public static void Map(IEndpointRouteBuilder api)
    {
        var agents = api.MapGroup("/agents").WithTags("Agents");
        agents.MapGet("/", (IEnginePort engine, CancellationToken ct) => AllAsync(engine, ct)).WithSummary("All agents now, by key").Produces<AgentsBody>().Fails(503)
            .Needs(Permission.LiveRead);
        agents.MapGet("/{agent}", (string agent, IEnginePort engine, CancellationToken ct) => OneAsync(engine, agent, ct))
            .WithSummary("One agent now").Produces<AgentBody>().Fails(404, 503).NeedsOrOwn(OwnThing.Agent, Permission.LiveRead);
        AgentWorkEndpoint.Map(agents);
        CallEndpoints.Map(agents);
        AgentCodesEndpoint.Map(agents);
        WrapUpEndpoint.Map(agents);
        AgentDayEndpoints.Map(agents);
        OutcomeEndpoint.Map(agents);
        agents.MapPut("/{agent}/status", SetStatusAsync)
            .WithSummary("Set an agent's status")
            .WithDescription("`logged-out`, `on-break`, `available` or `working-offline`. Logging in lands on `on-break`; `available` from `logged-out` " +
                "logs in first. In wrap-up it ends the wrap-up; where that lacks mandatory codes only a supervisor's request does, and the agent's own " +
                "takes effect once one is given. During a call it takes effect afterwards. During an offer, anything but " +
                "`available` withdraws the offer. The answer is the agent as last published, which may be from just before.")
            .Accepts<SetAgentStatusBody>("application/json").Produces<AgentBody>().Fails(400, 404, 409, 422, 503)
            .NeedsOrOwn(OwnThing.Agent, Permission.AgentsWrite);
    }

    private static async Task<IResult> AllAsync(IEnginePort engine, CancellationToken ct)
    {
        if (await engine.LookAsync(ct) is not { } live)
        {
            return ProblemResults.Starting();
        }

        return TypedResults.Ok(new AgentsBody(live.At.UtcDateTime, [.. Bodies(engine.Configuration, live)]));
    }

    /// <summary>All agents, by key. Thousands of them in hundreds of queues: each is looked up, none searched for.</summary>
    internal static IEnumerable<AgentBody> Bodies(ConfigurationSnapshot configuration, LiveView live)
    {
        var now = live.Agents.ToDictionary(a => a.Agent, StringComparer.Ordinal);
        var queues = MembershipReading.All(configuration, live).ToLookup(m => m.Agent, m => m.Membership, StringComparer.Ordinal);
        return configuration.Agents.Values.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => Body(a, now.GetValueOrDefault(a.Key), queues[a.Key]));
    }

    private static async Task<IResult> OneAsync(IEnginePort engine, string key, CancellationToken ct) =>
        (await engine.LookAsync(ct), engine.Configuration.Agents.GetValueOrDefault(key)) switch
        {
            (_, null) => Unknown(key),
            (null, _) => ProblemResults.Starting(),
            var (live, agent) => TypedResults.Ok(Body(engine.Configuration, agent, live)),
        };

    private static async Task<IResult> SetStatusAsync(string agent, HttpContext context, IEnginePort engine, IAuditTrail audit)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        if (!engine.Configuration.Agents.ContainsKey(agent))
        {
            return Unknown(agent);
        }

        var word = fields.Text("status", ApiLimits.MaximumKey, required: true);
        var status = default(AgentStatus);
        if (word is not null && (!Words.TryParse(word, out status) || !Askable.Contains(status)))
        {
            fields.Wrong("status", $"is '{word}'", string.Join(", ", Askable.Select(Words.Of)));
        }

        var code = fields.Text("code", ApiLimits.MaximumKey);
        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var before = (await engine.LookAsync(context.RequestAborted))?.Agents.FirstOrDefault(a => a.Agent == agent)?.Status;
        return await engine.ThenAsync(new EngineCommand.SetAgentStatus(agent, status, Access.Who(context)) { Code = code, ByForce = IsSomebodyElse(context, agent) }, context, _ =>
        {
            audit.Record(Access.Who(context), "status-changed", Subjects.Agent(agent), Status(before), Status(status, code));
            return OneAsync(engine, agent, context.RequestAborted);
        });
    }

    /// <summary>A supervisor's word ends a wrap-up that lacks codes; about oneself a supervisor is an agent like any other.</summary>
    private static bool IsSomebodyElse(HttpContext context, string agent) =>
        context.User.May(Permission.AgentsWrite) && context.User.AgentKey() != agent;

    private static JsonObject? Status(AgentStatus? status, string? code = null) => status is not { } known ? null
        : code is null ? new JsonObject { ["status"] = Words.Of(known) }
        : new JsonObject { ["status"] = Words.Of(known), ["code"] = code };

    private static AgentBody Body(ConfigurationSnapshot configuration, AgentSnapshot agent, LiveView live) => Body(
        agent, live.Agents.FirstOrDefault(a => a.Agent == agent.Key),
        MembershipReading.All(configuration, live).Where(m => m.Agent == agent.Key).Select(m => m.Membership));

    private static AgentBody Body(AgentSnapshot agent, LiveAgent? now, IEnumerable<MembershipBody> memberships)
    {
        MembershipBody[] all = [.. memberships];
        return new AgentBody(
            agent.Key, agent.Name, now?.Status ?? AgentStatus.LoggedOut, now?.Since.UtcDateTime, now?.Registered ?? false, now?.Work, now?.Queue,
            now?.Number, [.. all.Where(m => m.Enabled).Select(m => m.Queue).Order(StringComparer.Ordinal)], now?.Code)
        {
            Memberships = all,
        };
    }

    private static IResult Unknown(string key) => ProblemResults.NotFound($"No agent has the key '{key}'.");
}
