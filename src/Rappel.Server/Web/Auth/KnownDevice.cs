using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Rappel.Server.Web.Auth;

/// <summary>
/// Remembers on which devices a person has signed in, by a sealed cookie that lets nobody in by itself: it only keeps tries there apart from
/// everybody else's.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection)
{
    public const string Cookie = "rappel-device";
    private const string Path = "/api/v1/session";

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("rappel.device").ToTimeLimitedDataProtector();

    /// <summary>Its mark, where this person has signed in on it before.</summary>
    public string? Mark(HttpContext context, string? name) =>
        name is not null && Read(context) is [var mark, .. var names] && names.Contains(name) ? mark : null;

    public void Remember(HttpContext context, string name)
    {
        var (mark, names) = Read(context) is [var known, .. var before] ? (known, before) : (RandomNumberGenerator.GetHexString(16), []);
        IEnumerable<string> now = [mark, name, .. names.Where(n => n != name).Take(SignInLimits.NamesOfDevice - 1)];
        context.Response.Cookies.Append(Cookie, _seal.Protect(string.Join(' ', now), SignInLimits.DeviceKnown), new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = Path,
            MaxAge = SignInLimits.DeviceKnown,
        });
    }

    private string[] Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } cookie ? _seal.Unprotect(cookie).Split(' ') : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
