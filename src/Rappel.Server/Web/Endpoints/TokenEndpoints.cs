using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

internal static class TokenEndpoints
{
    private const string Prefix = "t-";

    public static void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("People");
        tokens.MapGet("/", (ApiTokens all) => TypedResults.Ok(new TokensBody([.. all.All.Select(TokenBody.Of)], all.HasGiven)))
            .WithSummary("API tokens, oldest first").Needs(Permission.PeopleWrite);
        tokens.MapPost("/", MakeAsync)
            .WithSummary("Make an API token")
            .WithDescription("The answer shows it this once. Its scopes are at most what the caller may do.")
            .Accepts<MakeTokenBody>("application/json").Produces<MadeTokenBody>(StatusCodes.Status201Created).Fails(400, 409, 422)
            .Needs(Permission.PeopleWrite);
        tokens.MapDelete("/{id}", Remove)
            .WithSummary("Revoke an API token").WithDescription("From the next request on nobody comes in with it.")
            .Produces(StatusCodes.Status204NoContent).Fails(404).Needs(Permission.PeopleWrite);
    }

    private static async Task<IResult> MakeAsync(HttpContext context, ApiTokens tokens, IAuditTrail audit, TimeProvider clock)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var name = fields.Text("name", TokenLimits.NameLength, required: true);
        var scopes = fields.Texts("scopes", [.. Permission.Scopes.Where(context.User.May)]);
        var agent = fields.Text("agent", ApiLimits.MaximumKey);
        var expiresAt = fields.Moment("expiresAt");
        if (expiresAt <= clock.GetUtcNow())
        {
            fields.Wrong("expiresAt", "is past", "a moment to come");
        }

        if (scopes.Contains(Permission.OwnAgent) != agent is not null && !scopes.IsEmpty)
        {
            fields.Wrong("agent", agent is null ? "is required for own:agent" : "is given without own:agent", "the key of an agent, together with the scope own:agent");
        }

        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        if (tokens.Make(name!, scopes, agent, expiresAt, Access.Who(context)) is not var (row, token))
        {
            return ProblemResults.Of(409, "too-many-tokens", "There are too many tokens", $"At most {TokenLimits.Count}: revoke some that are no longer used.");
        }

        audit.Record(Access.Who(context), "created", Subjects.Token(row.Id), null, AuditNodes.Of(row));
        return TypedResults.Created($"/api/v1/tokens/{Prefix}{row.Id}", new MadeTokenBody(TokenBody.Of(row), token));
    }

    private static IResult Remove([Description("For example `t-3`.")] string id, HttpContext context, ApiTokens tokens, IAuditTrail audit)
    {
        if (!QueryReader.TryId(id, Prefix, out var number) || tokens.Remove(number) is not { } row)
        {
            return ProblemResults.NotFound($"No token has the id '{id}'.");
        }

        audit.Record(Access.Who(context), "removed", Subjects.Token(row.Id), AuditNodes.Of(row), null);
        return TypedResults.NoContent();
    }
}
