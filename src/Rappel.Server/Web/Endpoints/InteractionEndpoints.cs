using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Server.Web.Reports;
using Rappel.Storage;
using Rappel.Storage.Queries;

namespace Rappel.Server.Web.Endpoints;

internal static class InteractionEndpoints
{
    private const string Prefix = "i-";

    public static void Map(IEndpointRouteBuilder api)
    {
        var interactions = api.MapGroup("/interactions").WithTags("Interactions");
        interactions.MapGet("/", Find)
            .WithSummary("Records of calls, callbacks and messages, newest first")
            .WithDescription($"Asked for `text/csv`, the newest {ReportLimits.MaximumListed} as CSV.").Produces<InteractionsBody>().Fails(400).Needs(Permission.InteractionsRead);
        interactions.MapGet("/{id}", Show)
            .WithSummary("A record with its offers, and the records that came from it").Produces<InteractionDetailBody>().Fails(404)
            .Needs(Permission.InteractionsRead);
    }

    private static IResult Find(
        IStore all, IReportStore store, IEnginePort engine, TimeProvider time, HttpContext context, [AsParameters] ReportQuery span,
        [Description("`inbound`, `callback`, `voicemail` or `direct`.")] string? kind,
        [Description("An outcome, such as `abandoned`; `diverted` for all of its kinds; `open` for what goes on.")] string? outcome,
        [Description("The caller's number, or its last digits.")] string? number,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before.")] string? before)
    {
        var query = new QueryReader();
        var isCsv = ReportEndpoints.WantsCsv(context);
        var when = new ReportReading(query, engine.Configuration, time.GetUtcNow()).Bounds(span);
        var ended = query.Text("outcome", outcome, ApiLimits.MaximumKey);
        var filter = new InteractionFilter(
            when.From, when.To, query.Text("queue", span.Queue, ApiLimits.MaximumKey), query.Text("agent", span.Agent, ApiLimits.MaximumKey),
            query.Text("channel", span.Channel, ApiLimits.MaximumKey), query.Word<InteractionKind>("kind", kind), ended == "open" ? "" : ended,
            query.Number(number), query.Limit(limit), query.Before(before, Prefix));
        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var tenant = engine.Configuration.Tenant;
        if (isCsv)
        {
            return InteractionCsv.Write(store, tenant, filter, when.Zone, RequestLanguage.Of(context));
        }

        var found = store.FindInteractions(tenant, filter with { Limit = filter.Limit + 1 });
        var page = found.Take(filter.Limit).ToList();
        return TypedResults.Ok(new InteractionsBody(Bodies(all, page), found.Count > page.Count ? page[^1].Id.ToString() : null));
    }

    private static IResult Show([Description("For example `i-7`.")] string id, IStore store, IReportStore reports, IEnginePort engine)
    {
        var tenant = engine.Configuration.Tenant;
        var found = QueryReader.TryId(id, Prefix, out var number) ? store.GetInteraction(tenant, new InteractionId(number)) : null;
        return found is null
            ? ProblemResults.NotFound($"No interaction has the id '{id}'.")
            : TypedResults.Ok(new InteractionDetailBody(
                Bodies(store, [found])[0],
                [.. store.OffersOf(tenant, found.Id).Select(OfferBody.Of)],
                Bodies(store, store.ChildrenOf(tenant, found.Id)),
                [.. store.JournalOf(tenant, found.Id.ToString()).Select(JournalBody.Of)],
                found.Parent is { } parent && store.GetInteraction(tenant, parent) is { } above ? Bodies(store, [above])[0] : null,
                new InteractionTimeline(store, reports, tenant).Of(found)));
    }

    /// <summary>With what agents said about them.</summary>
    internal static IReadOnlyList<InteractionBody> Bodies(IStore store, IReadOnlyList<InteractionRow> rows)
    {
        var said = rows.Count == 0 ? null : store.AfterCallsOf(rows[0].Tenant, [.. rows.Select(r => r.Id)]);
        return [.. rows.Select(r => InteractionBody.Of(r, said?.GetValueOrDefault(r.Id)))];
    }
}
