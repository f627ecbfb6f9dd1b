using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Alerts;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;

namespace Rappel.Server.Web.Endpoints;

internal static class AlertEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/alerts", (AlertDesk alerts) => TypedResults.Ok(Body(alerts)))
        .WithTags("Queues").WithSummary("Alerts that are on").Needs(Permission.LiveRead);

    public static AlertsBody Body(AlertDesk alerts) => new([.. alerts.Raised.Select(AlertBody.Of)]);
}
