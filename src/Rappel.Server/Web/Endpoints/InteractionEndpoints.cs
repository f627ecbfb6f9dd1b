using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

internal static class InteractionEndpoints
{
    private const string Prefix = "i-";

    public static void Map(IEndpointRouteBuilder api)
    {
        var interactions = api.MapGroup("/interactions").WithTags("Interactions");
        interactions.MapGet("/", Find)
            .WithSummary("Records of calls, callbacks and messages, newest first").Produces<InteractionsBody>().Fails(400).Needs(Permission.InteractionsRead);
        interactions.MapGet("/{id}", Show)
            .WithSummary("A record with its offers, and the records that came from it").Produces<InteractionDetailBody>().Fails(404)
            .Needs(Permission.InteractionsRead);
    }

    private static IResult Find(
        IStore store, IEnginePort engine,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before.")] string? before)
    {
        var query = new QueryReader();
        var (size, from) = (query.Limit(limit), query.Before(before, Prefix));
        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var found = store.FindInteractions(engine.Configuration.Tenant, size + 1, from);
        var page = found.Take(size).ToList();
        return TypedResults.Ok(new InteractionsBody(Bodies(store, page), found.Count > page.Count ? page[^1].Id.ToString() : null));
    }

    private static IResult Show([Description("For example `i-7`.")] string id, IStore store, IEnginePort engine)
    {
        var tenant = engine.Configuration.Tenant;
        var found = QueryReader.TryId(id, Prefix, out var number) ? store.GetInteraction(tenant, new InteractionId(number)) : null;
        return found is null
            ? ProblemResults.NotFound($"No interaction has the id '{id}'.")
            : TypedResults.Ok(new InteractionDetailBody(
                Bodies(store, [found])[0],
                [.. store.OffersOf(tenant, found.Id).Select(OfferBody.Of)],
                Bodies(store, store.ChildrenOf(tenant, found.Id)),
                [.. store.JournalOf(tenant, found.Id.ToString()).Select(JournalBody.Of)]));
    }

    /// <summary>With what agents said about them.</summary>
    internal static IReadOnlyList<InteractionBody> Bodies(IStore store, IReadOnlyList<InteractionRow> rows)
    {
        var said = rows.Count == 0 ? null : store.AfterCallsOf(rows[0].Tenant, [.. rows.Select(r => r.Id)]);
        return [.. rows.Select(r => InteractionBody.Of(r, said?.GetValueOrDefault(r.Id)))];
    }
}
