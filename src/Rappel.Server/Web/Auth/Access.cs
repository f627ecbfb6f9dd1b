using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Phone;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>Who may come in: programs by token, people by a session that they begin with their password.</summary>
internal static class Access
{
    public const string TokenScheme = "token";
    public const string SessionScheme = "session";
    public const string Cookie = "rappel-session";
    private const string EitherScheme = "token-or-session";

    public static void Add(IServiceCollection services, RappelApiOptions options)
    {
        services.AddSingleton<UserDirectory>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<FirstAdministrator>();
        services.AddHostedService(s => s.GetRequiredService<FirstAdministrator>());
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<UserEditing>();
        services.AddSingleton<PhoneSessions>();
        services.AddHttpContextAccessor();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IAuditTrail>(s => s.GetRequiredService<AuditTrail>());
        services.AddHostedService(s => s.GetRequiredService<AuditTrail>());
        AddKeys(services, options);
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, scheme => scheme.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count == 0 && context.Request.Cookies.ContainsKey(Cookie) ? SessionScheme : TokenScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(TokenScheme, null)
            .AddCookie(SessionScheme, Session);
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalWriter>();
    }

    /// <summary>Begins a session, in place of the one before.</summary>
    public static Task SignInAsync(HttpContext context, UserRow user)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.SignInAsync(SessionScheme, Caller.Sealed(user, now), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>For journals and the audit log: the name of a user, <c>api</c>, or <c>token:</c> and its name.</summary>
    public static string Who(HttpContext context) => context.User.Identity?.Name ?? "nobody";

    private static void Session(CookieAuthenticationOptions session)
    {
        session.Cookie.Name = Cookie;
        session.Cookie.HttpOnly = true;
        session.Cookie.SameSite = SameSiteMode.Strict;
        session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        session.ExpireTimeSpan = AuthLimits.SessionIdle;
        session.SlidingExpiration = true;
        session.Events.OnRedirectToLogin = context => ApiTokenHandler.ChallengeAsync(context.HttpContext);
        session.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>With each request: what the person may do is what they may do now, and a session that was ended is over.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Principal is { } caller && Caller.Unsealed(caller, services.GetRequiredService<UserDirectory>(), now) is { } known)
        {
            context.ReplacePrincipal(known);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SessionScheme);
    }

    private static void AddKeys(IServiceCollection services, RappelApiOptions options)
    {
        var keys = services.AddDataProtection().SetApplicationName("rappel");
        // The framework warns that keys lie unsealed: they do, in a folder that only this user may read, as the database does.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        if (options.KeyFolder is null)
        {
            services.Configure<KeyManagementOptions>(o => o.XmlRepository = new MemoryKeys());
            return;
        }

        if (!Directory.Exists(options.KeyFolder) && !OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(options.KeyFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        keys.PersistKeysToFileSystem(new DirectoryInfo(options.KeyFolder));
    }
}
