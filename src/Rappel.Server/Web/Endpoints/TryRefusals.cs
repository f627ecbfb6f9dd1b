using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Rappel.Core.Config;
using Rappel.Server.Trying;
using Rappel.Server.Web.Drafts;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Why something cannot be tried.</summary>
internal static class TryRefusals
{
    /// <summary>Null where it can.</summary>
    /// <param name="problems">That keep it from being tried.</param>
    public static IResult? Of(HttpContext context, TriedObject tried, string section, ImmutableArray<ConfigurationProblem> problems)
    {
        if (!tried.IsThere)
        {
            return ProblemResults.NotFound($"There is no '{tried.Key}' in {section} of the draft.");
        }

        if (problems.IsEmpty)
        {
            return null;
        }

        var language = RequestLanguage.Of(context);
        return ProblemResults.Configuration(problems.Select(p => DraftProblemBody.Of(p, language)), "It cannot be tried as it is; each problem is listed with what is allowed.");
    }
}
