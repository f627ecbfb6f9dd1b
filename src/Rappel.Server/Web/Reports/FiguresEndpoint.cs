using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage.Queries;

namespace Rappel.Server.Web.Reports;

internal static class FiguresEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/figures", ShowAsync)
        .WithTags("Reports").WithSummary("The day's figures, and what waits now").Produces<FiguresBody>().Fails(503)
        .Needs(Permission.LiveRead, Permission.ReportsRead);

    private static async Task<IResult> ShowAsync(IEnginePort engine, IReportStore store, CancellationToken ct) =>
        await engine.LookAsync(ct) is { } live ? TypedResults.Ok(new TodayFigures(store, engine.Configuration).Of(live)) : ProblemResults.Starting();
}
