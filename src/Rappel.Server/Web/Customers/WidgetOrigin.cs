using Microsoft.AspNetCore.Http;
using Rappel.Core.Config;

namespace Rappel.Server.Web.Customers;

/// <summary>Lets pages of a widget's own origins ask, and no others (CORS, by the Fetch standard): each widget has its own list.</summary>
internal static class WidgetOrigin
{
    /// <summary>For how long a browser need not ask again.</summary>
    private const string Minutes10 = "600";

    /// <summary>Whether the page that asks may; where it is on another server its browser is told so.</summary>
    /// <param name="mustSay">False for what no harm is in telling a program that names no page.</param>
    public static bool Allow(HttpContext context, WidgetSnapshot widget, bool mustSay)
    {
        var headers = context.Response.Headers;
        headers.Vary = "Origin";
        var origin = context.Request.Headers.Origin.ToString().ToLowerInvariant();
        if (origin.Length == 0)
        {
            return !mustSay;
        }

        // The preview stands on our own pages.
        if (origin.Equals($"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!widget.Origins.Contains(origin))
        {
            return false;
        }

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = "Content-Type, Accept-Language";
        headers.AccessControlExposeHeaders = "Retry-After";
        headers.AccessControlMaxAge = Minutes10;
        return true;
    }
}
