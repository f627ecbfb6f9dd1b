using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Signing in and out on the start page.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder open)
    {
        var session = open.MapGroup("/api/v1/session").WithTags("Session").AllowAnonymous().AddEndpointFilter(ForgeryGuard.CheckAsync);
        session.MapPost("/", SignInAsync)
            .WithSummary("Sign in with the administrator's password")
            .WithDescription($"Gives a session cookie. Needs the header `{ForgeryGuard.Header}: 1`, as every change made with the cookie does.")
            .Accepts<SignInBody>("application/json").Produces(StatusCodes.Status204NoContent).Fails(401, 403, 422, 429);
        session.MapDelete("/", (Delegate)SignOutAsync)
            .WithSummary("Sign out").Produces(StatusCodes.Status204NoContent).Fails(403);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Credentials credentials, SignInThrottle throttle)
    {
        if (!throttle.Allows(context))
        {
            context.Response.Headers.RetryAfter = "60";
            return ProblemResults.Of(429, "too-many-sign-ins", "Too many tries", "Wait a minute and try again.");
        }

        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var password = fields.Text("password", ApiLimits.MaximumReason, required: true);
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        if (!credentials.AdminPassword.Matches(password!))
        {
            return ProblemResults.Of(401, "wrong-password", "The password is not right", null);
        }

        await context.SignInAsync(Access.SessionScheme, Access.Administrator(credentials), new AuthenticationProperties { IsPersistent = true });
        return TypedResults.NoContent();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Access.SessionScheme);
        return TypedResults.NoContent();
    }
}
