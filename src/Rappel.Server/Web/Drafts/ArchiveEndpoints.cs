using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Config;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Archives;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Drafts;

/// <summary>The whole configuration as a ZIP file of its folder, out and in.</summary>
internal static class ArchiveEndpoints
{
    private const string Zip = "application/zip";

    private const string Description =
        "YAML and WAV files as CONFIG takes them. The same content is the same bytes. Passwords stand in it as they were written: hence the permission to change.";

    public static void Map(RouteGroupBuilder configuration)
    {
        configuration.MapGet("/draft/export", (HttpContext context, ConfigurationBook book, IStore store, IEnginePort engine) =>
                WriteAsync(context, book.Look().Edited, "rappel-draft.zip", store, engine))
            .WithSummary("The draft as a folder").WithDescription(Description)
            .Produces<Stream>(StatusCodes.Status200OK, Zip).Produces(StatusCodes.Status304NotModified).Needs(Permission.ConfigurationWrite);
        configuration.MapGet("/versions/{version:long}/export", (long version, HttpContext context, ConfigurationBook book, IStore store, IEnginePort engine) =>
                book.Shelf.OfVersion(version) is { } edition
                    ? WriteAsync(context, edition, $"rappel-{version}.zip", store, engine)
                    : Task.FromResult(VersionEndpoints.Unknown(version)))
            .WithSummary("A version as a folder").WithDescription(Description)
            .Produces<Stream>(StatusCodes.Status200OK, Zip).Produces(StatusCodes.Status304NotModified).Fails(404).Needs(Permission.ConfigurationWrite);
        configuration.MapPost("/draft/import", ImportAsync)
            .WithSummary("Make the content of a ZIP file the draft")
            .WithDescription($"A folder of YAML and WAV files, at most {ContentLimits.Archive / (1024 * 1024)} MiB. It replaces the draft; nothing is in force until " +
                "it is published. Problems that can be mended in the draft do not refuse it and are in the answer; an archive or a text that cannot be " +
                "read at all does (422). Hidden files and files of other kinds are left alone. `If-Match` may name the draft's `etag`.")
            .Accepts<Stream>(Zip).Produces<ImportedBody>().Fails(412, 413, 415, 422).Needs(Permission.ConfigurationWrite);
    }

    private static async Task<IResult> WriteAsync(HttpContext context, Edition edition, string name, IStore store, IEnginePort engine)
    {
        EntityTag.Set(context, edition.Mark);
        if (EntityTag.IsKnown(context, edition.Mark))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        // Written whole before any of it is sent: half an archive must not look like one.
        var tenant = engine.Configuration.Tenant;
        var file = LargeBody.NewFile();
        try
        {
            await ConfigurationArchive.WriteAsync(file, edition, content => store.ReadContent(tenant, content), context.RequestAborted);
            file.Position = 0;
            return TypedResults.Stream(file, Zip, name);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<IResult> ImportAsync(HttpContext context, ConfigurationBook book)
    {
        if (context.Request.ContentType?.Split(';')[0].Trim() is not (Zip or "application/x-zip-compressed" or "application/octet-stream"))
        {
            return ProblemResults.Of(415, "not-a-zip", "The body must be a ZIP file", $"Send `Content-Type: {Zip}`.");
        }

        var language = RequestLanguage.Of(context);
        await using var body = await LargeBody.ReadAsync(context, ContentLimits.Archive);
        if (body is null)
        {
            return LargeBody.TooLarge(ContentLimits.Archive);
        }

        var read = ConfigurationArchive.Read(body);
        if (!read.Problems.IsEmpty)
        {
            return ProblemResults.Configuration(read.Problems.Select(p => DraftProblemBody.Of(p, language)), "Nothing was imported.");
        }

        var edition = book.Shelf.Of(read);
        var unreadable = edition.Result.Problems.Where(p => p.Code is ProblemCode.YamlSyntax or ProblemCode.YamlFeature or ProblemCode.TooLarge).ToList();
        if (unreadable.Count > 0)
        {
            return ProblemResults.Configuration(unreadable.Select(p => DraftProblemBody.Of(p, language)), "Nothing was imported.");
        }

        if (DraftEndpoints.Replace(context, book, new DraftProposal(edition, [.. read.Contents().Select(c => c.Value)]), out var after) is { } refusal)
        {
            return refusal;
        }

        context.Audit("imported", "configuration/draft", null, null);
        return TypedResults.Ok(new ImportedBody(ChangeBody.Between(after.Edition, after.Edited), DraftProblemBody.Of(after.Edited, language)));
    }
}
