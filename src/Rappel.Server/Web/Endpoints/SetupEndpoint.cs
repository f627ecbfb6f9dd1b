using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Makes the first administrator, once.</summary>
internal static class SetupEndpoint
{
    public static void Map(IEndpointRouteBuilder open) => open.MapPost("/api/v1/setup", MakeAsync)
        .WithTags("Session").AllowAnonymous().AddEndpointFilter(ForgeryGuard.CheckAsync)
        .WithSummary("Make the first administrator")
        .WithDescription("With the code of the link that the server prints at its start while there is no user. Gives a session cookie.")
        .Accepts<SetupBody>("application/json").Produces(StatusCodes.Status204NoContent).Fails(403, 409, 422, 429);

    private static async Task<IResult> MakeAsync(HttpContext context, UserDirectory users, FirstAdministrator first, SignInThrottle throttle, IAuditTrail audit)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        if (!users.All.IsEmpty)
        {
            return UserRefusals.Tell(UserRefusal.AlreadySetUp, "");
        }

        var tried = new SignInTry(Origin.Of(context), null, null);
        if (throttle.Begin(tried) is { } wait)
        {
            return ThrottleAnswer.Of(context, wait);
        }

        var (name, displayName) = (PersonReading.NewName(fields), PersonReading.DisplayName(fields));
        var password = PersonReading.NewPassword(fields, "password", name, displayName);
        var code = fields.Text("code", AuthLimits.PasswordMaximum);
        fields.RefuseUnknown();
        if (code is null || !first.IsCode(code))
        {
            return ProblemResults.Of(
                403, "wrong-code", "The set-up code is not right", "Open the link that the server printed at its last start; each start makes a new one.");
        }

        throttle.Succeeded(tried);
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        if (await first.MakeAsync(name!, displayName ?? name!, password!, context.RequestAborted) is not { } user)
        {
            return UserRefusals.Tell(UserRefusal.AlreadySetUp, "");
        }

        audit.Record(user.Name, "created", Subjects.User(user.Name), null, AuditNodes.Of(user));
        await Access.SignInAsync(context, user);
        return TypedResults.NoContent();
    }
}
