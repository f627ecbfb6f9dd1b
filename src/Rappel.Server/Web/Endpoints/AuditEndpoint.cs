using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Who changed what. Nothing of it can be changed.</summary>
internal static class AuditEndpoint
{
    private const string Prefix = "a-";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/audit", FindAsync)
        .WithTags("People").WithSummary("Who did what, newest first").Produces<AuditPageBody>().Fails(400).Needs(Permission.PeopleWrite);

    private static async Task<IResult> FindAsync(
        IPeopleStore store, AuditTrail trail, RappelApiOptions options,
        [Description("What was changed, for example `users/marie`; `users` for all of them.")] string? subject,
        [Description("A user, `api`, `token:` and its name, or `nobody`.")] string? who,
        [Description("For example `sign-in-failed`.")] string? action,
        [Description("From this moment on, in ISO 8601.")] string? from,
        [Description("Before this moment.")] string? to,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before.")] string? before)
    {
        var query = new QueryReader();
        var filter = new AuditFilter(
            query.Text("subject", subject, ApiLimits.MaximumReason)?.Trim('/'), query.Text("who", who, ApiLimits.MaximumName),
            query.Text("action", action, ApiLimits.MaximumKey), query.Moment("from", from), query.Moment("to", to), query.Limit(limit),
            query.Before(before, Prefix));
        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        // Whoever changed something a moment ago finds it here.
        await trail.FlushAsync();
        var found = store.FindAudit(options.Tenant, filter with { Limit = filter.Limit + 1 });
        var page = found.Take(filter.Limit).Select(AuditBody.Of).ToList();
        return TypedResults.Ok(new AuditPageBody(page, found.Count > page.Count ? page[^1].Id : null));
    }
}
