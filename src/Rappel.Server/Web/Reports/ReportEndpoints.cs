using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage.Queries;

namespace Rappel.Server.Web.Reports;

internal static class ReportEndpoints
{
    private const string CsvEnding = ".csv";

    public static void Map(IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/{report}", Show)
            .WithSummary("A report by interval")
            .WithDescription("`queues`, `agents`, `channels`, `callbacks` or `scripts`; with `.csv` behind it, or asked for `text/csv`, as CSV. " +
                $"At most {ReportLimits.MaximumIntervals} intervals and {ReportLimits.MaximumRows} rows; more are refused.")
            .Produces<ReportBody>().Fails(400, 404, 422).Needs(Permission.ReportsRead);
        reports.MapGet("/scripts/{script}", ShowScript)
            .WithSummary("The ways callers took through a script").Produces<ScriptPathsBody>().Fails(400, 404, 422).Needs(Permission.ReportsRead);
    }

    private static IResult Show(
        [Description("For example `queues` or `queues.csv`.")] string report, [AsParameters] ReportQuery asked, HttpContext context, IReportStore store,
        IEnginePort engine, TimeProvider time)
    {
        var isCsv = report.EndsWith(CsvEnding, StringComparison.Ordinal) || WantsCsv(context);
        var name = report.EndsWith(CsvEnding, StringComparison.Ordinal) ? report[..^CsvEnding.Length] : report;
        if (ReportKind.All.FirstOrDefault(k => k.Name == name) is not { } kind)
        {
            return ProblemResults.NotFound($"The reports are {string.Join(", ", ReportKind.All.Select(k => k.Name))}.");
        }

        var query = new QueryReader();
        if (new ReportReading(query, engine.Configuration, time.GetUtcNow()).Read(kind, asked) is not { } request)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var table = new ReportDesk(store, engine.Configuration, time.GetUtcNow()).Compute(request, RequestLanguage.Of(context));
        return table is null ? TooMuch()
            : isCsv ? Csv(ReportWriting.Csv(table), $"{name}.csv")
            : TypedResults.Ok(ReportWriting.Body(table, asked.Interval ?? "none"));
    }

    private static IResult ShowScript(
        [Description("Key of a script.")] string script, [AsParameters] ReportQuery asked, IReportStore store, IEnginePort engine, TimeProvider time)
    {
        var query = new QueryReader();
        if (new ReportReading(query, engine.Configuration, time.GetUtcNow()).Span(asked) is not { } span)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var paths = ScriptPaths.Of(store, engine.Configuration, script, span);
        return paths is null ? TooMuch()
            : engine.Configuration.Scripts.ContainsKey(script) || paths.Elsewhere.Count > 0 ? TypedResults.Ok(paths)
            : ProblemResults.NotFound($"No script has the key '{script}', and no caller had it in this time.");
    }

    /// <summary>A file of comma-separated values, to be saved.</summary>
    internal static IResult Csv(string text, string name) => TypedResults.File(Encoding.UTF8.GetBytes(CsvText.Mark + text), CsvText.Type, name);

    internal static bool WantsCsv(HttpContext context) => context.Request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType.Value == "text/csv";

    private static IResult TooMuch() => ProblemResults.Of(
        422, "too-many-rows", "The report is too large", $"It has more than {ReportLimits.MaximumRows} rows. Ask for a longer interval, a shorter time, or less.");
}
