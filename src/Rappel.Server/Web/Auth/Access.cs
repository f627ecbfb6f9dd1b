using System.IO;
using System.Security.Claims;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rappel.Server.Web.Auth;

/// <summary>Who may come in: programs by token, people by a session that the start page begins.</summary>
internal static class Access
{
    public const string TokenScheme = "token";
    public const string SessionScheme = "session";
    public const string Cookie = "rappel-session";
    private const string EitherScheme = "token-or-session";
    private const string PasswordMark = "password-mark";

    public static void Add(IServiceCollection services, RappelApiOptions options)
    {
        services.AddSingleton(new Credentials(options));
        services.AddSingleton<SignInThrottle>();
        AddKeys(services, options);
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, scheme => scheme.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count == 0 && context.Request.Cookies.ContainsKey(Cookie) ? SessionScheme : TokenScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(TokenScheme, null)
            .AddCookie(SessionScheme, Session);
        services.AddAuthorization();
    }

    public static ClaimsPrincipal Administrator(Credentials credentials) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, "admin"), new Claim(PasswordMark, credentials.AdminPassword.Mark)], SessionScheme));

    /// <summary>For the journal: <c>api</c> or <c>admin</c>.</summary>
    public static string Who(HttpContext context) => context.User.Identity?.Name ?? "api";

    private static void Session(CookieAuthenticationOptions session)
    {
        session.Cookie.Name = Cookie;
        session.Cookie.HttpOnly = true;
        session.Cookie.SameSite = SameSiteMode.Strict;
        session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        session.ExpireTimeSpan = ApiLimits.SessionLength;
        session.SlidingExpiration = true;
        session.Events.OnRedirectToLogin = context => ApiTokenHandler.ChallengeAsync(context.HttpContext);
        session.Events.OnValidatePrincipal = context =>
        {
            var credentials = context.HttpContext.RequestServices.GetRequiredService<Credentials>();
            if (context.Principal?.FindFirstValue(PasswordMark) != credentials.AdminPassword.Mark)
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };
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
