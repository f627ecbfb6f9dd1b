using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What whoever tries too often is told.</summary>
internal static class ThrottleAnswer
{
    public static IResult Of(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ProblemResults.Of(429, "too-many-sign-ins", "Too many tries", $"Wait {seconds} {(seconds == 1 ? "second" : "seconds")} and try again.");
    }
}
