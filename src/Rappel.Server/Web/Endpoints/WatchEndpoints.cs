using System.ComponentModel;
using System.Text.Json.Nodes;
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

/// <summary>Supervisors who listen to agents' calls, whisper to the agent, or speak with both.</summary>
internal static class WatchEndpoints
{
    private const string Prefix = "w-";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/agents/{agent}/watch", BeginAsync).WithTags("Watching")
            .WithSummary("Listen to an agent's call, whisper to the agent, or speak with both")
            .WithDescription("Rings the caller's own phone (in the browser or on the desk), or an agent's that is named. From its answer on both are heard, " +
                "until the call, the watch or the phone's call ends. The agent is not told of one who only listens or whispers; the journal of the call is. " +
                "`no-call`, `same-agent`, `phone-unreachable`, `phone-busy`.")
            .Accepts<WatchAgentBody>("application/json").Produces<BegunWatchBody>(201).Fails(400, 404, 409, 422, 503).Needs(Permission.CallsWatch);
        var watches = api.MapGroup("/watches").WithTags("Watching");
        watches.MapGet("/", AllAsync).WithSummary("Who listens to whom now").Produces<WatchesBody>().Fails(503).Needs(Permission.CallsWatch);
        watches.MapPut("/{id}", ChangeAsync).WithSummary("Change how somebody takes part")
            .Accepts<ChangeWatchBody>("application/json").Produces(204).Fails(400, 404, 422, 503).Needs(Permission.CallsWatch);
        watches.MapDelete("/{id}", EndAsync).WithSummary("Listen no more").WithDescription("The two talk on.").Produces(204).Fails(404, 503)
            .Needs(Permission.CallsWatch);
    }

    private static async Task<IResult> BeginAsync([Description("Key of the agent.")] string agent, HttpContext context, IEnginePort engine)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var mode = Mode(fields);
        var phone = fields.Text("phone", ApiLimits.MaximumKey) ?? OwnPhone(context);
        if (phone != OwnPhone(context) && !engine.Configuration.Agents.ContainsKey(phone))
        {
            fields.Wrong("phone", $"is '{phone}'", "the key of an agent, or your own phone where it is left out");
        }

        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var who = Access.Who(context);
        return await engine.ThenAsync(new WatchCommand.Begin(agent, mode, phone, who), context, answer =>
        {
            var id = $"{Prefix}{answer.Watch}";
            context.Audit("call-watched", Subjects.Agent(agent), null, Told(mode, phone));
            return TypedResults.Created($"/api/v1/watches/{id}", new BegunWatchBody(id));
        });
    }

    private static async Task<IResult> AllAsync(IEnginePort engine, CancellationToken ct) => await engine.LookAsync(ct) is { } live
        ? TypedResults.Ok(new WatchesBody([.. live.Watches.Select(WatchBody.Of)]))
        : ProblemResults.Starting();

    private static async Task<IResult> ChangeAsync([Description("For example `w-3`.")] string id, HttpContext context, IEnginePort engine)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var mode = Mode(fields);
        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        return !QueryReader.TryId(id, Prefix, out var watch) ? Unknown(id)
            : await engine.ThenAsync(new WatchCommand.Change(watch, mode, Access.Who(context)), context, _ =>
            {
                context.Audit("watch-changed", Subjects.Watch(watch), null, Told(mode, null));
                return TypedResults.NoContent();
            });
    }

    private static async Task<IResult> EndAsync([Description("For example `w-3`.")] string id, HttpContext context, IEnginePort engine) =>
        !QueryReader.TryId(id, Prefix, out var watch) ? Unknown(id)
            : await engine.ThenAsync(new WatchCommand.End(watch, Access.Who(context)), context, _ =>
            {
                context.Audit("watch-ended", Subjects.Watch(watch), null, null);
                return TypedResults.NoContent();
            });

    private static WatchMode Mode(FieldReader fields)
    {
        if (!fields.Has("mode"))
        {
            fields.Wrong("mode", "is missing", string.Join(", ", Words.All<WatchMode>()));
        }

        return fields.Word("mode", WatchMode.Listen);
    }

    /// <summary>An agent's phone is the agent's; who is none has a phone to listen with.</summary>
    private static string OwnPhone(HttpContext context) => context.User.AgentKey() ?? FlowIdentity.PersonPrefix + Access.Who(context);

    private static JsonObject Told(WatchMode mode, string? phone)
    {
        var told = new JsonObject { ["mode"] = Words.Of(mode) };
        if (phone is not null)
        {
            told["phone"] = phone;
        }

        return told;
    }

    private static IResult Unknown(string id) => ProblemResults.NotFound($"No watch has the id '{id}', or it is over.");
}
