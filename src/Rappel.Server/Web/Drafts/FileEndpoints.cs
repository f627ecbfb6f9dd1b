using System.Collections.Immutable;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Calls;
using Rappel.Media.Audio;
using Rappel.Server.Configuration;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Speech;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Drafts;

/// <summary>The recordings of the draft.</summary>
internal static class FileEndpoints
{
    private const string Wav = "audio/wav";

    public static void Map(RouteGroupBuilder configuration)
    {
        var files = configuration.MapGroup("/draft/files");
        files.MapGet("/", (ConfigurationBook book, IStore store, IEnginePort engine) =>
        {
            var edition = book.Look().Edited;
            return TypedResults.Ok(new FilesBody([.. edition.Recordings.Select(r => Body(edition, r.Key, r.Value, store, engine.Configuration.Tenant))]));
        }).WithSummary("The recordings of the draft, with what plays them").Produces<FilesBody>().Needs(Permission.ConfigurationRead);
        files.MapGet("/{*path}", Show).WithSummary("One recording, as it was uploaded")
            .Produces<Stream>(StatusCodes.Status200OK, Wav).Produces(StatusCodes.Status304NotModified).Fails(404).Needs(Permission.ConfigurationRead);
        files.MapPut("/{*path}", PutAsync)
            .WithSummary("Upload or replace a recording")
            .WithDescription($"A WAV file, at most {WavLimits.File / (1024 * 1024)} MiB and {WavLimits.Length.TotalMinutes:0} minutes: {RecordingRefusals.Allowed.English}. " +
                "`If-None-Match: *` to upload a new one, `If-Match` to replace. Calls hear it once the draft is published; those under way then hear what they began with.")
            .Accepts<Stream>(Wav).Produces<FileBody>().Produces<FileBody>(StatusCodes.Status201Created)
            .Fails(400, 409, 412, 413, 415, 422, 428).Needs(Permission.ConfigurationWrite);
        files.MapDelete("/{*path}", Remove)
            .WithSummary("Remove a recording")
            .WithDescription("Prompts that name it get a problem; what is in force keeps it.")
            .Produces(StatusCodes.Status204NoContent).Fails(404, 412, 428).Needs(Permission.ConfigurationWrite);
    }

    private static IResult Show(string path, HttpContext context, ConfigurationBook book, IStore store, IEnginePort engine)
    {
        if (!book.Look().Edited.Files.TryGetValue(path, out var content) || !ConfigurationPath.IsRecording(path))
        {
            return Unknown(path);
        }

        EntityTag.Set(context, Mark(content));
        if (EntityTag.IsKnown(context, Mark(content)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return store.ReadContent(engine.Configuration.Tenant, content) is { } bytes
            ? TypedResults.Bytes(bytes, Wav, enableRangeProcessing: true)
            : Unknown(path);
    }

    private static async Task<IResult> PutAsync(string path, HttpContext context, ConfigurationBook book, IStore store, IEnginePort engine)
    {
        if (!ConfigurationPath.IsSafe(path) || !ConfigurationPath.IsRecording(path))
        {
            return ProblemResults.Fields([new(null, "path", $"`{path}` is no path of a recording",
                $"{ConfigurationPath.Allowed.In(RequestLanguage.Of(context))}; .wav")]);
        }

        if (context.Request.ContentType?.Split(';')[0].Trim() is not (Wav or "audio/x-wav" or "audio/wave" or "audio/vnd.wave"))
        {
            return ProblemResults.Of(415, "not-a-recording", "The body must be a WAV file", $"Send `Content-Type: {Wav}`.");
        }

        await using var body = await LargeBody.ReadAsync(context, WavLimits.File);
        if (body is null)
        {
            return LargeBody.TooLarge(WavLimits.File);
        }

        var bytes = new byte[body.Length];
        await body.ReadExactlyAsync(bytes, context.RequestAborted);
        if (!WavReader.TryRead(bytes, path, out _, out var refused))
        {
            var language = RequestLanguage.Of(context);
            return ProblemResults.Of(422, "bad-recording", "This recording cannot be played", RecordingRefusals.Told(refused).In(language),
                [new("", null, RecordingRefusals.Told(refused).In(language), RecordingRefusals.Allowed.In(language), refused.Code, path)]);
        }

        return Put(path, bytes, context, book, store, engine.Configuration.Tenant);
    }

    private static IResult Put(string path, byte[] bytes, HttpContext context, ConfigurationBook book, IStore store, TenantId tenant)
    {
        IResult? refusal = null;
        var had = false;
        var content = ContentHash.Of(bytes);
        var done = book.Edit(
            Access.Who(context),
            FileChanges? (BookReading reading) =>
            {
                had = reading.Edited.Files.TryGetValue(path, out var before);
                refusal = EntityTag.Refuse(context, had ? Mark(before) : null, required: true, had ? () => Body(reading.Edited, path, before, store, tenant) : null)
                    ?? RefuseMore(reading.Edited, path, bytes.Length, store, tenant);
                return refusal is null ? FileChanges.None with { Put = FileChanges.None.Put.Add(path, bytes) } : null;
            },
            out var after);
        if (!done)
        {
            return refusal!;
        }

        var body = Body(after.Edited, path, content, store, tenant);
        context.Audit(had ? "changed" : "created", $"configuration/files/{path}", null, new JsonObject { ["bytes"] = body.Bytes, ["seconds"] = body.Seconds });
        EntityTag.Set(context, Mark(content));
        return had ? TypedResults.Ok(body) : TypedResults.Json(body, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Remove(string path, HttpContext context, ConfigurationBook book)
    {
        IResult? refusal = null;
        var done = book.Edit(
            Access.Who(context),
            FileChanges? (BookReading reading) =>
            {
                var there = reading.Edited.Files.TryGetValue(path, out var content) && ConfigurationPath.IsRecording(path);
                refusal = there ? EntityTag.Refuse(context, Mark(content), required: true) : Unknown(path);
                return refusal is null ? FileChanges.None with { Removed = FileChanges.None.Removed.Add(path) } : null;
            },
            out _);
        if (!done)
        {
            return refusal!;
        }

        context.Audit("removed", $"configuration/files/{path}", null, null);
        return TypedResults.NoContent();
    }

    private static IResult? RefuseMore(Edition edition, string path, long bytes, IStore store, TenantId tenant)
    {
        var others = edition.Recordings.Where(r => r.Key != path).ToList();
        return others.Count >= YamlLimits.Recordings || others.Sum(r => ContentFacts.Of(store, tenant, r.Value)?.Bytes ?? 0) + bytes > ContentLimits.Recordings
            ? ProblemResults.Of(409, "too-many-recordings", "There is no room for it",
                $"At most {YamlLimits.Recordings} recordings and {ContentLimits.Recordings} bytes together are allowed.")
            : null;
    }

    private static FileBody Body(Edition edition, string path, ContentHash content, IStore store, TenantId tenant)
    {
        var facts = ContentFacts.Of(store, tenant, content);
        return new FileBody(path, facts?.Bytes ?? 0, facts?.Seconds, facts?.SampleRate, EntityTag.Of(Mark(content)),
            [.. edition.Document.UsesOfFile(path).Select(u => ReferenceBody.Of(edition, u))]);
    }

    private static string Mark(ContentHash content) => content.Hex[..32];

    private static IResult Unknown(string path) => ProblemResults.NotFound($"The draft has no recording '{path}'.");
}
