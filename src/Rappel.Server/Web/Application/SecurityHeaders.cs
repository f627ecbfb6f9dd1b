using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Rappel.Server.Web.Application;

/// <summary>What every answer tells a browser to refuse.</summary>
internal static class SecurityHeaders
{
    // Data is no page: a browser that is led to show it as one runs nothing of it. No other site may frame it.
    private const string DataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A browser asks by name and with TLS from then on.
    private const string OneYearOfTls = "max-age=31536000";

    // Prompts are recorded with the microphone; nothing asks for the rest.
    private const string Devices = "microphone=(self), camera=(), geolocation=(), usb=(), serial=(), payment=()";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = DataPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Devices;
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = OneYearOfTls;
        }

        return next(context);
    }

    /// <summary>
    /// Of the application's page: its own files, nothing from elsewhere, nothing inline but the style tags with this answer's nonce, which the
    /// component library writes. Recordings are heard from memory (<c>blob:</c>) before they are sent.
    /// </summary>
    public static string PagePolicy(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "media-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
