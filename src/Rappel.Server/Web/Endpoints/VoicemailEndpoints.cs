using System.ComponentModel;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Messages on a screen: agents see and handle those of queues they are members of.</summary>
internal static class VoicemailEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var voicemails = api.MapGroup("/voicemails").WithTags("Voicemails");
        voicemails.MapGet("/", FindAsync)
            .WithSummary("Messages, newest first").Produces<VoicemailsBody>().Fails(400, 503).NeedsOrOwn(OwnThing.Voicemail, Permission.VoicemailsHandle);
        voicemails.MapGet("/{id}", Show)
            .WithSummary("A message").Produces<VoicemailBody>().Fails(404).NeedsOrOwn(OwnThing.Voicemail, Permission.VoicemailsHandle);
        voicemails.MapGet("/{id}/audio", Listen)
            .WithSummary("Listen to a message").WithDescription("WAV, by parts where `Range` asks for them. Listening changes nothing: `heard` tells that somebody did.")
            .Produces(200, null, "audio/wav").Fails(404).NeedsOrOwn(OwnThing.Voicemail, Permission.VoicemailsHandle);
        Post(voicemails, "heard", "Tell that somebody has listened to a message", (row, record, _, context) =>
            new VoicemailCommand.Hear(row, record, Access.Who(context)), notes: false);
        Post(voicemails, "close", "Close a message: it is offered to nobody any more", (row, record, note, context) =>
            new VoicemailCommand.Close(row, record, context.User.AgentKey(), note, Access.Who(context)), notes: true);
        Post(voicemails, "reopen", "Open a closed message again, in its place in line", (row, record, note, context) =>
            new VoicemailCommand.Reopen(row, record, note, Access.Who(context)), notes: true);
        VoicemailCallBack.Map(voicemails);
    }

    private static void Post(
        RouteGroupBuilder voicemails, string name, string summary, Func<VoicemailRow, InteractionRow, string?, HttpContext, VoicemailCommand> make, bool notes)
    {
        var one = voicemails.MapPost($"/{{id}}/{name}", ([Description("For example `i-12`.")] string id, HttpContext context, IStore store, IEnginePort engine) =>
                ActAsync(id, name, make, notes, context, store, engine))
            .WithSummary(summary).Produces<VoicemailBody>().Fails(400, 404, 409, 422, 503).NeedsOrOwn(OwnThing.Voicemail, Permission.VoicemailsHandle);
        if (notes)
        {
            one.Accepts<VoicemailNoteBody>("application/json");
        }
    }

    private static async Task<IResult> FindAsync(
        HttpContext context, IStore store, IEnginePort engine,
        [Description("Key of a voicemail queue.")] string? queue,
        [Description("`new`, `heard`, `closed`, or `open` for the first two.")] string? status,
        [Description("A part of the caller's number or of the note.")] string? search,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before.")] string? before)
    {
        var own = context.User.May(Permission.VoicemailsHandle) ? null
            : await MembershipReading.VoicemailQueuesAsync(engine, context.User.AgentKey()!, context.RequestAborted);
        var query = new QueryReader();
        var filter = VoicemailReading.Filter(query, own, queue, status, search, limit, before);
        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        var found = store.FindVoicemails(engine.Configuration.Tenant, filter with { Limit = filter.Limit + 1 });
        var page = found.Take(filter.Limit).ToList();
        return TypedResults.Ok(new VoicemailsBody([.. page.Select(VoicemailBody.Of)], found.Count > page.Count ? page[^1].Id.ToString() : null));
    }

    private static IResult Show([Description("For example `i-12`.")] string id, IStore store, IEnginePort engine) =>
        VoicemailReading.Existing(id, store, engine.Configuration.Tenant) is { } row ? TypedResults.Ok(VoicemailBody.Of(row)) : VoicemailReading.Unknown(id);

    private static IResult Listen([Description("For example `i-12`.")] string id, HttpContext context, IStore store, IEnginePort engine, RappelApiOptions options)
    {
        if (VoicemailReading.Existing(id, store, engine.Configuration.Tenant) is not { } row || options.DataFolder is not { } folder)
        {
            return VoicemailReading.Unknown(id);
        }

        // The name is ours, made when it was recorded.
        var file = new FileInfo(Path.Combine(folder, row.File));
        if (!file.Exists || row.Status is VoicemailStatus.Recording or VoicemailStatus.Failed)
        {
            return ProblemResults.NotFound($"Of the message {id} there is no recording.");
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(
            file.FullName, "audio/wav", lastModified: file.LastWriteTimeUtc, entityTag: new EntityTagHeaderValue($"\"{row.Id}-{file.Length}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> ActAsync(
        string id, string name, Func<VoicemailRow, InteractionRow, string?, HttpContext, VoicemailCommand> make, bool notes, HttpContext context, IStore store,
        IEnginePort engine)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var tenant = engine.Configuration.Tenant;
        if (VoicemailReading.Existing(id, store, tenant) is not { } row || store.GetInteraction(tenant, row.Id) is not { } record)
        {
            return VoicemailReading.Unknown(id);
        }

        var note = notes ? fields.Prose("note", ApiLimits.MaximumNote) : null;
        fields.RefuseUnknown();
        return fields.Problems.Count > 0
            ? ProblemResults.Fields(fields.Problems)
            : await engine.ThenAsync(make(row, record, note, context), context, _ =>
            {
                var after = store.GetVoicemail(tenant, row.Id) ?? row;
                context.Audit(name, Subjects.Voicemail(id), Node(row), Node(after));
                return TypedResults.Ok(VoicemailBody.Of(after));
            });
    }

    private static JsonObject Node(VoicemailRow row) => new() { ["status"] = Words.Of(row.Status), ["note"] = row.Note };
}
