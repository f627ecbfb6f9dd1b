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

internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("People");
        users.MapGet("/", Find)
            .WithSummary("Users, by name").Produces<UsersBody>().Fails(400).Needs(Permission.PeopleWrite);
        users.MapGet("/{name}", Show)
            .WithSummary("One user").Produces<UserBody>().Fails(404).Needs(Permission.PeopleWrite);
        users.MapPost("/", (HttpContext context, UserEditing editing) => editing.MakeAsync(context))
            .WithSummary("Make a user")
            .Accepts<ChangeUserBody>("application/json").Produces<UserBody>(StatusCodes.Status201Created).Fails(400, 409, 422)
            .Needs(Permission.PeopleWrite);
        users.MapPut("/{name}", (string name, HttpContext context, UserEditing editing) => editing.ChangeAsync(name, context))
            .WithSummary("Change a user")
            .WithDescription("What is left out stays. A new role, agent or password, and disabling, end the person's sessions at once.")
            .Accepts<ChangeUserBody>("application/json").Produces<UserBody>().Fails(400, 404, 409, 422).Needs(Permission.PeopleWrite);
        users.MapDelete("/{name}", Remove)
            .WithSummary("Remove a user").WithDescription("Their sessions end at once. The last administrator stays.")
            .Produces(StatusCodes.Status204NoContent).Fails(404, 409).Needs(Permission.PeopleWrite);
    }

    private static IResult Find(
        UserDirectory users, FirstAdministrator first,
        [Description("A part of the name, the display name or the agent's key; capitals do not matter.")] string? search,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before.")] string? after)
    {
        var query = new QueryReader();
        var (size, part) = (query.Limit(limit), query.Text("search", search, ApiLimits.MaximumName));
        var last = query.Text("after", after, AuthLimits.NameLength);
        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var found = users.All.Values.Where(u => part is null || Has(u.Name, part) || Has(u.DisplayName, part) || Has(u.Agent ?? "", part)).ToList();
        var rest = found.Where(u => last is null || string.CompareOrdinal(u.Name, last) > 0).ToList();
        var page = rest.Take(size).Select(u => UserBody.Of(u, first.IsGiven(u.Name))).ToList();
        return TypedResults.Ok(new UsersBody(page, found.Count, rest.Count > size ? page[^1].Name : null));
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static IResult Show(string name, UserDirectory users, FirstAdministrator first) => users.Find(name) is { } user
        ? TypedResults.Ok(UserBody.Of(user, first.IsGiven(name)))
        : UserRefusals.Tell(UserRefusal.Unknown, name);

    private static IResult Remove(string name, HttpContext context, UserDirectory users, FirstAdministrator first, IAuditTrail audit)
    {
        var (refusal, before, _) = users.Change(name, user => (null, user is null ? UserRefusal.Unknown : first.IsGiven(name) ? UserRefusal.FromEnvironment : UserRefusal.None));
        if (refusal != UserRefusal.None)
        {
            return UserRefusals.Tell(refusal, name);
        }

        audit.Record(Access.Who(context), "removed", Subjects.User(name), AuditNodes.Of(before), null);
        return TypedResults.NoContent();
    }
}
