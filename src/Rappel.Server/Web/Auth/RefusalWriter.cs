using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Auth;

/// <summary>Tells who is not let in why: 401 where nobody is known, 403 where somebody is who may not.</summary>
internal sealed class RefusalWriter : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        return authorizeResult.Challenged
            ? ApiTokenHandler.ChallengeAsync(context)
            : ProblemResults.WriteAsync(context, Forbidden(context, context.GetEndpoint()?.Metadata.GetMetadata<NeededPermission>()));
    }

    /// <summary>For the group of all endpoints: one that names no permission is a mistake, and is closed to all.</summary>
    public static async ValueTask<object?> RefuseUnnamedAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<NeededPermission>() is null
            ? ProblemResults.Of(403, "forbidden", "This is not permitted", "This endpoint names no permission that it needs.")
            : await next(context);

    private static IResult Forbidden(HttpContext context, NeededPermission? needed) => ProblemResults.Of(
        403, "forbidden", "This is not permitted", $"It needs {needed?.ToString() ?? "a permission"}, which '{Access.Who(context)}' does not have here.");
}
