using Microsoft.AspNetCore.Http;
using Rappel.Core.Config;

namespace Rappel.Server.Web;

/// <summary>The language that sentences are told in: the best we have of those the caller accepts (RFC 9110 §12.5.4), else English.</summary>
internal static class RequestLanguage
{
    public static string Of(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0)
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(language => ConfigurationLimits.Languages.Contains(language)) ?? "en";
}
