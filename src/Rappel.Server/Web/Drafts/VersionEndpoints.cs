using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Calls;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Drafts;

/// <summary>What was published, newest first, and going back to it.</summary>
internal static class VersionEndpoints
{
    public static void Map(RouteGroupBuilder configuration)
    {
        var versions = configuration.MapGroup("/versions");
        versions.MapGet("/", Find).WithSummary("Versions, newest first").Produces<VersionsBody>().Fails(400).Needs(Permission.ConfigurationRead);
        versions.MapPost("/{version:long}/restore", Restore)
            .WithSummary("Make the content of a version the draft")
            .WithDescription("What the draft held is replaced; nothing is in force until it is published. `If-Match` may name the draft's `etag`.")
            .Produces<ConfigurationSummaryBody>().Fails(404, 412).Needs(Permission.ConfigurationWrite);
        versions.MapGet("/{version:long}/changes", Compare)
            .WithSummary("What differs between two versions, object by object").Produces<ChangesBody>().Fails(400, 404).Needs(Permission.ConfigurationRead);
    }

    public static IResult Unknown(long version) => ProblemResults.NotFound($"There is no version {version} of the configuration.");

    private static IResult Find(
        IStore store, IEnginePort engine,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before: a version number.")] string? before)
    {
        var query = new QueryReader();
        var (size, from) = (query.Limit(limit), query.Before(before, ""));
        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var found = store.FindVersions(engine.Configuration.Tenant, size + 1, from);
        var page = found.Take(size).ToList();
        return TypedResults.Ok(new VersionsBody(
            [.. page.Select(v => new VersionBody(v.Number, v.At.UtcDateTime, v.Who, v.Note, v.Changes))], found.Count > page.Count ? page[^1].Number : null));
    }

    private static IResult Compare(
        long version, ConfigurationBook book, [Description("The later version; the one in force where it is left out.")] string? to)
    {
        if (to is not null && !long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return ProblemResults.Fields([new(null, "to", $"is '{to}'", "a version number")]);
        }

        var later = to is null ? book.Look().Version.Number : long.Parse(to, NumberStyles.None, CultureInfo.InvariantCulture);
        return (book.Shelf.OfVersion(version), book.Shelf.OfVersion(later)) switch
        {
            (null, _) => Unknown(version),
            (_, null) => Unknown(later),
            var (before, after) => TypedResults.Ok(new ChangesBody(ChangeBody.Between(before, after))),
        };
    }

    private static IResult Restore(long version, HttpContext context, ConfigurationBook book)
    {
        if (book.Shelf.OfVersion(version) is not { } edition)
        {
            return Unknown(version);
        }

        if (DraftEndpoints.Replace(context, book, new DraftProposal(edition, []), out var after) is { } refusal)
        {
            return refusal;
        }

        context.Audit("restored", "configuration/draft", null, version);
        return TypedResults.Ok(DraftEndpoints.Summary(after));
    }
}
