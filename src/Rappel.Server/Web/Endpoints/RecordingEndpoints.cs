using System.ComponentModel;
using System.IO;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Server.Web.Recordings;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Recorded conversations: to find, to listen to, to delete.</summary>
internal static class RecordingEndpoints
{
    private const string Prefix = "r-";
    private const string Wav = "audio/wav";

    public static void Map(IEndpointRouteBuilder api)
    {
        var recordings = api.MapGroup("/recordings").WithTags("Recordings");
        recordings.MapGet("/", Find).WithSummary("Recordings of a call, callback or message, in the order they were made")
            .Produces<RecordingsBody>().Fails(400).Needs(Permission.RecordingsListen);
        recordings.MapGet("/{id}", Show).WithSummary("A recording").Produces<RecordingBody>().Fails(404).Needs(Permission.RecordingsListen);
        recordings.MapGet("/{id}/audio", Listen).WithSummary("Listen to a recording")
            .WithDescription("A WAV file, the customer on the left and whom they heard on the right. Pieces of it by `Range`. Who listened stands in the audit log.")
            .Produces(200, null, Wav).Produces(206, null, Wav).Fails(404, 409, 416).Needs(Permission.RecordingsListen);
        recordings.MapDelete("/{id}", Delete).WithSummary("Delete a recording")
            .WithDescription("The sound is gone for good; the row stays and says so.").Produces(204).Fails(404, 409, 503).Needs(Permission.RecordingsDelete);
    }

    private static IResult Find(IRecordingStore store, IEnginePort engine, [Description("For example `i-7`.")] string? interaction)
    {
        if (interaction is null || !QueryReader.TryId(interaction, "i-", out var id))
        {
            return ProblemResults.Fields([new FieldProblem(null, "interaction", interaction is null ? "is missing" : $"is '{interaction}'", "an id such as i-7")]);
        }

        return TypedResults.Ok(new RecordingsBody(
            [.. store.RecordingsOf(engine.Configuration.Tenant, new InteractionId(id)).Select(RecordingBody.Of)]));
    }

    private static IResult Show([Description("For example `r-5`.")] string id, IRecordingStore store, IEnginePort engine) =>
        Existing(id, store, engine) is { } recording ? TypedResults.Ok(RecordingBody.Of(recording)) : Unknown(id);

    private static IResult Listen(
        [Description("For example `r-5`.")] string id, HttpContext context, IRecordingStore store, IEnginePort engine, RecordingFolder folder, Listenings listenings)
    {
        if (Existing(id, store, engine) is not { } recording)
        {
            return Unknown(id);
        }

        if (recording.State == RecordingState.Recording)
        {
            return NotEnded();
        }

        if (recording.State != RecordingState.Kept || folder.Find(recording.File) is not { } path)
        {
            return ProblemResults.NotFound($"There is no sound of {recording.Id}: {Words.Of(recording.State)}.");
        }

        if (listenings.Begins(Access.Who(context), recording.Id))
        {
            context.Audit("recording-listened", Subjects.Recording(recording.Id), null, Told(recording));
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.PhysicalFile(
            path, Wav, lastModified: recording.At + recording.Length, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{recording.Id}\""));
    }

    private static IResult Delete(
        [Description("For example `r-5`.")] string id, HttpContext context, IRecordingStore store, IEnginePort engine, RecordingFolder folder)
    {
        if (Existing(id, store, engine) is not { } recording || recording.State == RecordingState.Deleted)
        {
            return Unknown(id);
        }

        if (recording.State == RecordingState.Recording)
        {
            return NotEnded();
        }

        try
        {
            folder.Delete(recording.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ProblemResults.Of(503, "not-deleted", "The file cannot be deleted now", e.Message);
        }

        store.MarkRecordingDeleted(engine.Configuration.Tenant, recording.Id);
        context.Audit("recording-deleted", Subjects.Recording(recording.Id), Told(recording), null);
        return TypedResults.NoContent();
    }

    private static RecordingRow? Existing(string id, IRecordingStore store, IEnginePort engine) =>
        QueryReader.TryId(id, Prefix, out var number) ? store.GetRecording(engine.Configuration.Tenant, new RecordingId(number)) : null;

    private static JsonObject Told(RecordingRow recording) =>
        new() { ["interaction"] = recording.Interaction.ToString(), ["agent"] = recording.Agent, ["at"] = recording.At.UtcDateTime };

    private static IResult NotEnded() => ProblemResults.Of(409, "not-ended", "The conversation is still being recorded", "Listen when it is over.");

    private static IResult Unknown(string id) => ProblemResults.NotFound($"No recording has the id '{id}'.");
}
