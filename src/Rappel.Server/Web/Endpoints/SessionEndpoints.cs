using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Events;
using Rappel.Server.Web.Problems;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder open)
    {
        var session = open.MapGroup("/api/v1/session").WithTags("Session").AllowAnonymous().AddEndpointFilter(ForgeryGuard.CheckAsync);
        session.MapGet("/", Show)
            .WithSummary("Who is signed in here").Produces<SessionBody>();
        session.MapPost("/", SignInAsync)
            .WithSummary("Sign in")
            .WithDescription($"Gives a session cookie. Needs the header `{ForgeryGuard.Header}: 1`, as every change made with the cookie does.")
            .Accepts<SignInBody>("application/json").Produces(StatusCodes.Status204NoContent).Fails(401, 403, 422, 429);
        session.MapDelete("/", (Delegate)SignOutAsync)
            .WithSummary("Sign out").Produces(StatusCodes.Status204NoContent).Fails(403);
    }

    private static SessionBody Show(HttpContext context, UserDirectory users) =>
        new(users.All.IsEmpty, context.User.Person(users) is { } user ? SessionUserBody.Of(user) : null);

    private static async Task<IResult> SignInAsync(HttpContext context, SignIn signIn)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var (name, password) = (PersonReading.Name(fields), fields.Secret("password", AuthLimits.PasswordMaximum));
        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        return await signIn.TryAsync(context, name!, password!) switch
        {
            { Wait: { } wait } => ThrottleAnswer.Of(context, wait),
            { User: { } user } => await BeginAsync(context, user),
            _ => ProblemResults.Of(401, "wrong-password", "The name or the password is not right", null),
        };
    }

    private static async Task<IResult> BeginAsync(HttpContext context, UserRow user)
    {
        await Access.SignInAsync(context, user);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, UserDirectory users, IAuditTrail audit, EventListeners listeners)
    {
        if (context.User.Person(users) is { } user)
        {
            listeners.EndSession(Caller.SessionKey(context.User)!);
            audit.Record(user.Name, "signed-out", Subjects.User(user.Name), null, null);
        }

        await context.SignOutAsync(Access.SessionScheme);
        context.RequestServices.GetRequiredService<Phone.PhoneSessions>().End(context.User);
        return TypedResults.NoContent();
    }
}
