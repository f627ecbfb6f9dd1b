using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;

namespace Rappel.Server.Web.Endpoints;

internal static class HealthEndpoints
{
    private static readonly string Version =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void Map(IEndpointRouteBuilder open, IEndpointRouteBuilder api)
    {
        open.MapGet("/health/live", () => TypedResults.Ok(new HealthBody("live", [], [], null)))
            .WithTags("Health").WithSummary("Whether the process answers at all").AllowAnonymous();

        open.MapGet("/health/ready", (IHealthPort health) => Ready(health.Read()))
            .WithTags("Health").WithSummary("Whether calls are served").AllowAnonymous()
            .Produces<HealthBody>().Produces<HealthBody>(StatusCodes.Status503ServiceUnavailable);

        api.MapGet("/status", StatusAsync)
            .WithTags("Health").WithSummary("The installation now").Needs(Permission.LiveRead, Permission.ConfigurationRead, Permission.OwnAgent);
    }

    // An alarm is no reason to send calls elsewhere: it is told beside readiness, and changes nothing of it.
    private static IResult Ready(HealthReading reading)
    {
        var alarms = reading.Alarms.Select(a => new AlarmBody(a.Kind, a.Count, a.LastAt.UtcDateTime)).ToList();
        var load = LoadBody.Of(reading.Load);
        return reading.Ready
            ? TypedResults.Ok(new HealthBody("ready", [], alarms, load))
            : TypedResults.Json(new HealthBody("not-ready", reading.Reasons, alarms, load), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<StatusBody> StatusAsync(IEnginePort engine, IHealthPort health, TimeProvider clock, CancellationToken ct) =>
        Status(engine, health, clock, await engine.LookAsync(ct));

    internal static StatusBody Status(IEnginePort engine, IHealthPort health, TimeProvider clock, LiveView? live) => new(
        engine.Configuration.Name, Version, (live?.At ?? clock.GetUtcNow()).UtcDateTime, health.Read().Ready, live?.Draining ?? false,
        live?.Calls ?? 0, engine.Configuration.Version);
}
