using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>The way in by name and password: slowed down for those who guess, and on record.</summary>
internal sealed class SignIn(
    UserDirectory users, Passwords passwords, SignInThrottle throttle, KnownDevice device, IAuditTrail audit, TimeProvider clock)
{
    /// <returns>The person, or how long to wait before another try, or neither where name or password is not right.</returns>
    public async Task<(UserRow? User, TimeSpan? Wait)> TryAsync(HttpContext context, string name, string password)
    {
        var tried = new SignInTry(Origin.Of(context), name, device.Mark(context, name));
        if (throttle.Begin(tried) is { } wait)
        {
            return (null, wait);
        }

        var user = users.Find(name);
        if (!await passwords.MatchesAsync(user, password, tried.Device is not null, context.RequestAborted))
        {
            // A name that nobody has may be a password in the wrong field: it is not kept.
            audit.Record("nobody", "sign-in-failed", user is null ? Subjects.Users : Subjects.User(name), null, new JsonObject
            {
                ["reason"] = user is null ? "unknown-name" : user.Enabled ? "wrong-password" : "disabled",
            });
            return (null, null);
        }

        throttle.Succeeded(tried);
        device.Remember(context, name);
        return (Admit(name), null);
    }

    /// <summary>Notes that a person came in. Null where they were removed or disabled meanwhile.</summary>
    public UserRow? Admit(string name)
    {
        var (_, _, user) = users.Change(name, now => now is { Enabled: true }
            ? (now with { LastSignInAt = clock.GetUtcNow() }, UserRefusal.None)
            : (now, UserRefusal.Unknown));
        if (user is not null)
        {
            audit.Record(name, "signed-in", Subjects.User(name), null, null);
        }

        return user;
    }
}
