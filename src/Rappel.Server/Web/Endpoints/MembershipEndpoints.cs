using System.ComponentModel;
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

namespace Rappel.Server.Web.Endpoints;

/// <summary>Supervisors have agents serve queues, or not, without a new configuration.</summary>
internal static class MembershipEndpoints
{
    private const string Kinds = "`inbound`, `outbound` or `voicemail`, where queues of several kinds have this key.";

    public static void Map(IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/agents/{agent}/queues/{queue}").WithTags("Agents");
        one.MapPut("/", ChangeAsync)
            .WithSummary("Have an agent serve a queue, or not, whatever the configuration says")
            .WithDescription("At once; an offer under way goes on. It holds over restarts and new configurations, until it is deleted or the agent or the queue is configured no longer.")
            .Accepts<ChangeMembershipBody>("application/json").Produces<MembershipBody>().Fails(400, 404, 422, 503).Needs(Permission.AgentsWrite);
        one.MapDelete("/", (string agent, string queue, [Description(Kinds)] string? kind, HttpContext context, IEnginePort engine) => AskAsync(agent, queue, kind, null, context, engine))
            .WithSummary("Have the configuration decide again whether an agent serves a queue").Produces<MembershipBody>().Produces(204).Fails(404, 503).Needs(Permission.AgentsWrite);
        api.MapGet("/queues/{queue}/members", ListAsync).WithTags("Queues")
            .WithSummary("Who serves a queue now, by agent").Produces<QueueMembersBody>().Fails(404, 503).Needs(Permission.LiveRead);
    }

    private static async Task<IResult> ChangeAsync(
        string agent, string queue, [Description(Kinds)] string? kind, HttpContext context, IEnginePort engine)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        if (!fields.Has("enabled"))
        {
            fields.Wrong("enabled", "is required", "true or false");
        }

        var limit = ConfigurationLimits.Skill;
        var change = new MemberChange(
            fields.Flag("enabled", otherwise: true), fields.Has("skill") ? fields.Whole("skill", limit.Minimum, limit.Maximum, limit.Minimum) : null);
        fields.RefuseUnknown();
        return fields.Problems.Count > 0 ? ProblemResults.Fields(fields.Problems) : await AskAsync(agent, queue, kind, change, context, engine);
    }

    private static async Task<IResult> AskAsync(string agent, string queue, string? kind, MemberChange? change, HttpContext context, IEnginePort engine)
    {
        if (!engine.Configuration.Agents.ContainsKey(agent))
        {
            return ProblemResults.NotFound($"No agent has the key '{agent}'.");
        }

        if (MembershipReading.KindOf(engine.Configuration, queue, kind) is not { } found)
        {
            return ProblemResults.NotFound($"No {(kind is null ? "" : kind + " ")}queue has the key '{queue}'.");
        }

        var before = await ReadAsync(engine, agent, queue, found, context.RequestAborted);
        return await engine.ThenAsync(new MembershipCommand(agent, found, queue, change, Access.Who(context)), context, async _ =>
        {
            var after = await ReadAsync(engine, agent, queue, found, context.RequestAborted);
            Audit(context, agent, before, after);
            return after is null ? TypedResults.NoContent() : TypedResults.Ok(after);
        });
    }

    private static async Task<MembershipBody?> ReadAsync(IEnginePort engine, string agent, string queue, WorkKind kind, CancellationToken ct) =>
        MembershipReading.All(engine.Configuration, await engine.LookAsync(ct))
            .FirstOrDefault(m => m.Agent == agent && m.Membership.Queue == queue && m.Membership.Kind == MembershipReading.Words(kind)).Membership;

    private static void Audit(HttpContext context, string agent, MembershipBody? before, MembershipBody? after) =>
        context.Audit("membership-changed", Subjects.Agent(agent), Node(before), Node(after));

    private static JsonObject? Node(MembershipBody? m) => m is null ? null : new JsonObject
    {
        ["queue"] = m.Queue,
        ["kind"] = m.Kind,
        ["enabled"] = m.Enabled,
        ["skill"] = m.Skill,
        ["configured"] = m.Configured,
    };

    private static async Task<IResult> ListAsync(string queue, [Description(Kinds)] string? kind, IEnginePort engine, CancellationToken ct)
    {
        if (MembershipReading.KindOf(engine.Configuration, queue, kind) is not { } found)
        {
            return ProblemResults.NotFound($"No {(kind is null ? "" : kind + " ")}queue has the key '{queue}'.");
        }

        if (await engine.LookAsync(ct) is not { } live)
        {
            return ProblemResults.Starting();
        }

        var agents = live.Agents.ToDictionary(a => a.Agent, StringComparer.Ordinal);
        return TypedResults.Ok(new QueueMembersBody([.. MembershipReading.All(engine.Configuration, live)
            .Where(m => m.Membership.Queue == queue && m.Membership.Kind == MembershipReading.Words(found))
            .OrderBy(m => m.Agent, StringComparer.Ordinal)
            .Select(m => Member(m.Agent, m.Membership, engine.Configuration, agents.GetValueOrDefault(m.Agent)))]));
    }

    private static QueueMemberBody Member(string agent, MembershipBody membership, ConfigurationSnapshot configuration, LiveAgent? now) => new(
        agent, configuration.Agents.GetValueOrDefault(agent)?.Name ?? agent, membership.Skill, membership.Enabled, membership.Configured,
        now?.Status ?? AgentStatus.LoggedOut, now?.Registered ?? false);
}
