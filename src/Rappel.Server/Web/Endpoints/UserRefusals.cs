using Microsoft.AspNetCore.Http;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>The problem to tell where a user cannot be changed.</summary>
internal static class UserRefusals
{
    public static IResult Tell(UserRefusal refusal, string name) => refusal switch
    {
        UserRefusal.LastAdministrator => ProblemResults.Of(
            409, "last-administrator", "Somebody must be able to administer", $"'{name}' is the last administrator who may sign in. Make another one first."),
        UserRefusal.NameTaken => ProblemResults.Of(409, "name-taken", "There is a user of this name", $"'{name}' is taken."),
        UserRefusal.AgentTaken => ProblemResults.Of(
            409, "agent-taken", "Another user is this agent", "Each agent is at most one user: take the agent from the other one first.",
            [new("#/agent", null, "is another user already", "an agent who is no user yet")]),
        UserRefusal.FromEnvironment => ProblemResults.Of(
            409, "from-environment", "The environment says what this user is",
            $"ADMIN_PASSWORD is set: '{name}' is an enabled administrator with that password at each start. Unset it to change this here."),
        UserRefusal.TooMany => ProblemResults.Of(409, "too-many-users", "There are too many users", $"At most {AuthLimits.Users}."),
        UserRefusal.AlreadySetUp => ProblemResults.Of(409, "already-set-up", "There is an administrator already", "Sign in."),
        _ => ProblemResults.NotFound($"No user has the name '{name}'."),
    };
}
