using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

internal static class QueueEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var queues = api.MapGroup("/queues").WithTags("Queues");
        queues.MapGet("/", (IEnginePort engine, CancellationToken ct) => AllAsync(engine, ct)).WithSummary("All queues now").Produces<QueuesBody>().Fails(503)
            .Needs(Permission.LiveRead);
        queues.MapGet("/{queue}", (string queue, IEnginePort engine, CancellationToken ct) => OneAsync(engine, queue, ct))
            .WithSummary("One queue now").Produces<QueueBody>().Fails(404, 503).Needs(Permission.LiveRead);
    }

    private static async Task<IResult> AllAsync(IEnginePort engine, CancellationToken ct) => await engine.LookAsync(ct) is { } live
        ? TypedResults.Ok(new QueuesBody(live.At.UtcDateTime, [.. live.Queues.Select(Body)]))
        : ProblemResults.Starting();

    private static async Task<IResult> OneAsync(IEnginePort engine, string key, CancellationToken ct)
    {
        if (await engine.LookAsync(ct) is not { } live)
        {
            return ProblemResults.Starting();
        }

        return live.Queues.FirstOrDefault(q => q.Queue == key) is { } queue
            ? TypedResults.Ok(Body(queue))
            : ProblemResults.NotFound($"No queue has the key '{key}'.");
    }

    internal static QueueBody Body(LiveQueue q) => new(
        q.Queue, q.Name, q.Kind, q.Priority, q.Waiting, q.Delayed, q.InFlight, q.OldestPlace?.UtcDateTime, q.ExpectedWaitSeconds, q.AgentsLoggedIn,
        q.AgentsAvailable, q.Open)
    {
        Goal = q.Goal is { } goal ? new ServiceLevelBody(goal.Within.TotalSeconds, goal.Share) : null,
    };
}
