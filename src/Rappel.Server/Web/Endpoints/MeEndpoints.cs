using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What people change of themselves.</summary>
internal static class MeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Session");
        me.MapPut("/", ChangeAsync)
            .WithSummary("Change one's own name and language")
            .Accepts<ChangeMeBody>("application/json").Produces<SessionUserBody>().Fails(400, 422).Needs(Permission.OwnAccount);
        me.MapPut("/password", ChangePasswordAsync)
            .WithSummary("Change one's own password")
            .WithDescription("All other sessions of this person end; this one goes on.")
            .Accepts<ChangePasswordBody>("application/json").Produces(StatusCodes.Status204NoContent).Fails(400, 409, 422).Needs(Permission.OwnAccount);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, UserDirectory users, IAuditTrail audit)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var (displayName, language) = (PersonReading.DisplayName(fields), PersonReading.Language(fields));
        var names = fields.Names("language");
        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var name = Access.Who(context);
        var (refusal, before, after) = users.Change(name, user => user is null
            ? (null, UserRefusal.Unknown)
            : (user with { DisplayName = displayName ?? user.DisplayName, Language = names ? language : user.Language }, UserRefusal.None));
        if (refusal != UserRefusal.None)
        {
            return ProblemResults.Unauthorized();
        }

        if (before != after)
        {
            audit.Record(name, "changed", Subjects.User(name), AuditNodes.Of(before), AuditNodes.Of(after));
        }

        return TypedResults.Ok(SessionUserBody.Of(after!));
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext context, UserDirectory users, Passwords passwords, FirstAdministrator first, SignInThrottle throttle, IAuditTrail audit)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        if (context.User.Person(users) is not { } user)
        {
            return ProblemResults.Unauthorized();
        }

        if (first.IsGiven(user.Name))
        {
            return UserRefusals.Tell(UserRefusal.FromEnvironment, user.Name);
        }

        var current = fields.Secret("current", AuthLimits.PasswordMaximum);
        var password = PersonReading.NewPassword(fields, "new", user.Name, user.DisplayName);
        fields.RefuseUnknown();

        // Whoever sits at an unlocked screen must not guess here what they may not guess at the door.
        var tried = new SignInTry(Origin.Of(context), user.Name, "own");
        if (current is not null && throttle.Begin(tried) is { } wait)
        {
            return ThrottleAnswer.Of(context, wait);
        }

        if (current is not null && !await passwords.MatchesAsync(user, current, isKnown: true, context.RequestAborted))
        {
            fields.Wrong("current", "is not right", "the password as it is now");
        }
        else
        {
            throttle.Succeeded(tried);
        }

        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var hash = await passwords.HashAsync(password!, context.RequestAborted);
        var (_, _, changed) = users.Change(user.Name, now => now is null
            ? (null, UserRefusal.Unknown)
            : (now with { PasswordHash = hash, Stamp = UserDirectory.NewStamp() }, UserRefusal.None));
        if (changed is null)
        {
            return ProblemResults.Unauthorized();
        }

        audit.Record(user.Name, "password-changed", Subjects.User(user.Name), null, null);
        await Access.SignInAsync(context, changed);
        return TypedResults.NoContent();
    }
}
