using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Server.Webhooks;
using Rappel.Storage.Webhooks;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What became of events on their way to webhooks.</summary>
internal static class WebhookEndpoints
{
    private const string Prefix = "d-";

    public static void Map(IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        webhooks.MapGet("/", All).WithSummary("The webhooks in force and how they stand").Produces<WebhookStatesBody>().Needs(Permission.ConfigurationRead);
        webhooks.MapGet("/{webhook}/deliveries", Find)
            .WithSummary("Events for a webhook, newest first").WithDescription("Those that have ended are kept for seven days.")
            .Produces<DeliveriesBody>().Fails(400, 404).Needs(Permission.ConfigurationRead);
        webhooks.MapPost("/{webhook}/deliveries/{id}/retry", Retry)
            .WithSummary("Send an event to a webhook again, now")
            .WithDescription("Whatever became of it, with the same id; for three days more where it fails. Where an earlier event of the same subject waits, it goes first.")
            .Produces<DeliveryBody>().Fails(404).Needs(Permission.ConfigurationWrite);
    }

    private static Ok<WebhookStatesBody> All(IEnginePort engine, IWebhookStore store)
    {
        var configuration = engine.Configuration;
        var backlogs = store.Backlogs(configuration.Tenant).ToDictionary(b => b.Webhook, StringComparer.Ordinal);
        return TypedResults.Ok(new WebhookStatesBody(
        [
            .. configuration.Webhooks.Values.OrderBy(w => w.Key, StringComparer.Ordinal)
                .Select(w => WebhookStateBody.Of(w, backlogs.GetValueOrDefault(w.Key), store.LastTried(configuration.Tenant, w.Key))),
        ]));
    }

    private static IResult Find(
        IEnginePort engine, IWebhookStore store,
        [Description("Key of a webhook in force.")] string webhook,
        [Description("`waiting`, `delivered` or `given-up`.")] string? state,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before.")] string? before)
    {
        var query = new QueryReader();
        var (only, most, last) = (query.Word<DeliveryState>("state", state), query.Limit(limit), query.Before(before, Prefix));
        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var configuration = engine.Configuration;
        if (!configuration.Webhooks.ContainsKey(webhook))
        {
            return ProblemResults.NotFound($"No webhook in force has the key '{webhook}'.");
        }

        var found = store.FindDeliveries(configuration.Tenant, webhook, only, most + 1, last);
        var page = found.Take(most).ToList();
        return TypedResults.Ok(new DeliveriesBody([.. page.Select(DeliveryBody.Of)], found.Count > page.Count ? $"{Prefix}{page[^1].Id}" : null));
    }

    private static IResult Retry(string webhook, [Description("For example `d-12`.")] string id, HttpContext context, IEnginePort engine, IWebhookStore store)
    {
        var tenant = engine.Configuration.Tenant;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!QueryReader.TryId(id, Prefix, out var number) || store.GetDelivery(tenant, webhook, number) is not { } before
            || !store.RetryDelivery(tenant, webhook, number, now, now + WebhookLimits.TriedFor))
        {
            return ProblemResults.NotFound($"The webhook '{webhook}' has no delivery '{id}'.");
        }

        context.RequestServices.GetService<WebhookCourier>()?.Wake();
        context.Audit("retry", $"webhooks/{webhook}/deliveries/{Prefix}{number}", null, null);
        return TypedResults.Ok(DeliveryBody.Of(store.GetDelivery(tenant, webhook, number) ?? before));
    }
}
