using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Problems;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Reads what a user is to be.</summary>
internal static class UserReading
{
    /// <summary>The user with what the body names; the reader has problems where it will not do.</summary>
    /// <returns>The password beside it; null where it stays.</returns>
    public static (UserRow User, string? Password) Read(FieldReader fields, UserRow known)
    {
        var (displayName, language) = (PersonReading.DisplayName(fields), PersonReading.Language(fields));
        var user = known with
        {
            DisplayName = displayName ?? known.DisplayName,
            Role = fields.Word("role", known.Role),
            Agent = Agent(fields, known.Agent),
            Language = fields.Names("language") ? language : known.Language,
            Enabled = fields.Flag("enabled", known.Enabled),
        };
        if (user.Role == UserRole.Agent && user.Agent is null && fields.Problems.Count == 0)
        {
            fields.Wrong("agent", "is required for the role agent", "the key of an agent, for example 1001");
        }

        var password = fields.Has("password") && !fields.IsEmpty("password") ? PersonReading.NewPassword(fields, "password", user.Name, user.DisplayName) : null;
        fields.RefuseUnknown();
        return (user, password);
    }

    /// <summary>Whether there is such an agent is not asked: people may be named before the agents are published.</summary>
    private static string? Agent(FieldReader fields, string? otherwise)
    {
        if (!fields.Names("agent"))
        {
            return otherwise;
        }

        return fields.IsEmpty("agent") ? null : fields.Text("agent", ApiLimits.MaximumKey);
    }
}
