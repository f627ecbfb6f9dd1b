using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Makes and changes users as the bodies of requests say.</summary>
internal sealed class UserEditing(
    UserDirectory users, Passwords passwords, FirstAdministrator first, IAuditTrail audit, RappelApiOptions options, TimeProvider clock)
{
    public async Task<IResult> MakeAsync(HttpContext context)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var name = PersonReading.NewName(fields);
        var blank = new UserRow(
            options.Tenant, name ?? "", name ?? "", UserRole.Agent, null, null, true, null, null, UserDirectory.NewStamp(), clock.GetUtcNow(), null);
        if (!fields.Has("role"))
        {
            fields.Wrong("role", "is required", string.Join(", ", Storage.Words.All<UserRole>()));
        }

        var (wanted, password) = UserReading.Read(fields, blank);
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var hash = password is null ? null : await passwords.HashAsync(password, context.RequestAborted);
        var made = wanted with { PasswordHash = hash };
        var (refusal, _, _) = users.Change(made.Name, before =>
            (made, before is not null ? UserRefusal.NameTaken : users.All.Count >= AuthLimits.Users ? UserRefusal.TooMany : UserRefusal.None));
        if (refusal != UserRefusal.None)
        {
            return UserRefusals.Tell(refusal, made.Name);
        }

        audit.Record(Access.Who(context), "created", Subjects.User(made.Name), null, AuditNodes.Of(made));
        return TypedResults.Created($"/api/v1/users/{made.Name}", UserBody.Of(made, first.IsGiven(made.Name)));
    }

    public async Task<IResult> ChangeAsync(string name, HttpContext context)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        if (users.Find(name) is not { } known)
        {
            return UserRefusals.Tell(UserRefusal.Unknown, name);
        }

        if (fields.Has("name") && PersonReading.Name(fields) is { } other && other != name)
        {
            fields.Wrong("name", $"is '{other}'", $"'{name}': a name cannot be changed");
        }

        var (wanted, password) = UserReading.Read(fields, known);
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        if (first.IsGiven(name) && (password is not null || wanted.Role != known.Role || wanted.Enabled != known.Enabled))
        {
            return UserRefusals.Tell(UserRefusal.FromEnvironment, name);
        }

        var hash = password is null ? null : await passwords.HashAsync(password, context.RequestAborted);
        var (refusal, before, after) = users.Change(name, now => now is null ? (null, UserRefusal.Unknown) : (Changed(now, wanted, hash), UserRefusal.None));
        return refusal == UserRefusal.None ? await TellAsync(context, before!, after!, hash is not null) : UserRefusals.Tell(refusal, name);
    }

    /// <summary>What others changed meanwhile and this request does not name stays as they changed it.</summary>
    private static UserRow Changed(UserRow now, UserRow wanted, string? hash)
    {
        var after = now with
        {
            DisplayName = wanted.DisplayName,
            Role = wanted.Role,
            Agent = wanted.Agent,
            Language = wanted.Language,
            Enabled = wanted.Enabled,
            PasswordHash = hash ?? now.PasswordHash,
        };
        var ends = hash is not null || after.Role != now.Role || after.Agent != now.Agent || after.Enabled != now.Enabled;
        return ends ? after with { Stamp = UserDirectory.NewStamp() } : after;
    }

    private async Task<IResult> TellAsync(HttpContext context, UserRow before, UserRow after, bool newPassword)
    {
        if (before != after)
        {
            audit.Record(Access.Who(context), newPassword ? "password-changed" : "changed", Subjects.User(after.Name), AuditNodes.Of(before), AuditNodes.Of(after));
        }

        // Whoever changes themselves stays signed in here, as what they are now.
        if (before.Stamp != after.Stamp && after.Enabled && context.User.Person(users)?.Name == after.Name)
        {
            await Access.SignInAsync(context, after);
        }

        return TypedResults.Ok(UserBody.Of(after, first.IsGiven(after.Name)));
    }
}
