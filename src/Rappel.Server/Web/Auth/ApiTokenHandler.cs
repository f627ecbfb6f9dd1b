using System.Text.Encodings.Web;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Auth;

/// <summary><c>Authorization: Bearer TOKEN</c> (RFC 6750 §2.1).</summary>
internal sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(tokens.Find(header[Prefix.Length..].Trim()) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller, Scheme.Name))
            : AuthenticateResult.Fail("unknown token"));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => ChallengeAsync(Context);

    /// <summary>The same 401 whoever was missing (RFC 6750 §3: no error code where no token was given).</summary>
    public static Task ChallengeAsync(HttpContext context)
    {
        var tried = context.Request.Headers.Authorization.Count > 0;
        context.Response.Headers.WWWAuthenticate = tried ? "Bearer realm=\"rappel\", error=\"invalid_token\"" : "Bearer realm=\"rappel\"";
        return ProblemResults.WriteAsync(context, ProblemResults.Unauthorized());
    }
}
