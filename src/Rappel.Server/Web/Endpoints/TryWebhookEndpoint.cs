using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Trying;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Server.Webhooks;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Trying a webhook: the one trial that reaches somebody.</summary>
internal static class TryWebhookEndpoint
{
    private const string Section = "webhooks";

    public static void Map(IEndpointRouteBuilder tries) => tries.MapPost("/webhook", SendAsync)
        .WithSummary("Send a webhook one test event, and see what comes back")
        .WithDescription("`webhook` is one of the draft, `value` one as it is being edited. The event `webhook.test` is really sent, signed where the webhook has a secret, " +
            "whether or not the webhook is enabled.")
        .Produces<TriedWebhookBody>().Fails(400, 404, 413, 415, 422).Needs(Permission.ConfigurationWrite);

    private static async Task<IResult> SendAsync(HttpContext context, DraftBinding drafts, WebhookTrial trial)
    {
        var (fields, refusal) = await JsonBody.ReadAsync(context, TryLimits.Body, TryLimits.Depth);
        if (fields is null)
        {
            return refusal!;
        }

        var key = fields.Text("webhook", ApiLimits.MaximumKey);
        var value = fields.Json("value");
        if (key is null && value is null)
        {
            fields.Wrong("webhook", "is required", "the key of a webhook, or its content as `value`");
        }

        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var tried = drafts.Bind(Section, key, value);
        if (TryRefusals.Of(context, tried, Section, tried.ProblemsOf(Section)) is { } wrong)
        {
            return wrong;
        }

        var result = await trial.SendAsync(tried.Snapshot.Webhooks[tried.Key], tried.Snapshot.Name, context.RequestAborted);
        return TypedResults.Json(new TriedWebhookBody(
            result.IsTaken, result.Status == 0 ? null : result.Status, result.Trouble, (int)result.Took.TotalMilliseconds, result.Trouble is null ? result.Answer : null,
            new SentEventBody(result.Sent.Id, result.Sent.Event, result.Signed, result.Sent.Body)));
    }
}
