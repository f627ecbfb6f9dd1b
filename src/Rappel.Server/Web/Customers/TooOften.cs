using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Customers;

/// <summary>What whoever asks too often is told.</summary>
internal static class TooOften
{
    public static IResult Of(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ProblemResults.Of(
            429, "too-many-requests", "Too many requests", $"Wait {seconds} {(seconds == 1 ? "second" : "seconds")} and ask again.");
    }
}
