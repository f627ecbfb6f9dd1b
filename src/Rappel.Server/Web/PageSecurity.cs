using System.Security.Cryptography;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Rappel.Server.Web;

/// <summary>What every answer tells the browser to keep to: nothing from elsewhere, nothing inline, no other site's frame.</summary>
internal static class PageSecurity
{
    private const int NonceBytes = 16;

    /// <summary>A browser asks by name and with TLS from then on.</summary>
    private const string OneYearOfTls = "max-age=31536000";

    /// <summary>Recordings are made in the browser; nothing else of the machine is asked for.</summary>
    private const string Devices = "microphone=(self), camera=(), geolocation=(), usb=(), serial=(), payment=()";

    public static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy("");
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Devices;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = OneYearOfTls;
        }

        return next(context);
    }

    /// <summary>
    /// For a page whose component library writes style elements: those that carry this word, drawn for this one answer, are taken. Put it into
    /// the page; no cache may keep that.
    /// </summary>
    public static string AllowStyles(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Response.Headers.ContentSecurityPolicy = Policy($" 'nonce-{nonce}'");
        return nonce;
    }

    /// <summary>For what pages of other servers may load.</summary>
    public static void AllowElsewhere(HttpContext context) => context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";

    // Sound that was recorded or spoken is played from memory (blob:), and style sheets have their small pictures inside (data:).
    private static string Policy(string styles) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; font-src 'self'; media-src 'self' blob:; " +
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
