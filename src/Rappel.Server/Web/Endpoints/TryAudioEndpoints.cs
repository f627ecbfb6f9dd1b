using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Trying;
using Rappel.Server.Trying;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What callers would hear, to listen to: 8 kHz, one level for all.</summary>
internal static class TryAudioEndpoints
{
    private const string Wav = "audio/wav";

    public static void Map(IEndpointRouteBuilder tries)
    {
        tries.MapPost("/speech", SpeechAsync)
            .WithSummary("Hear a text, or a prompt, as callers hear it")
            .WithDescription("`text`, or `prompt`: a key, or a prompt as it is being edited. `variables` by name; those not given have sample values.")
            .Produces(200, null, Wav).Fails(400, 404, 413, 415, 422, 503).Needs(Permission.ConfigurationRead);
        tries.MapGet("/prompts/{key}/{language}", PromptAsync)
            .WithSummary("Hear a prompt of the draft").Produces(200, null, Wav).Fails(404, 422, 503).Needs(Permission.ConfigurationRead);
        tries.MapGet("/files/{**path}", FileAsync)
            .WithSummary("Hear a recording of the draft as callers hear it: at the level of all that is said")
            .Produces(200, null, Wav).Fails(404, 503).Needs(Permission.ConfigurationRead);
        tries.MapGet("/audio/{name}", AudioAsync)
            .WithSummary("Hear what a trial said").Produces(200, null, Wav).Fails(404, 503).Needs(Permission.ConfigurationRead);
    }

    private static async Task<IResult> SpeechAsync(HttpContext context, DraftBinding drafts, TrialAudio audio)
    {
        var (fields, refusal) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return refusal!;
        }

        var language = TryScriptReading.ReadLanguage(fields, required: true);
        var text = fields.Text("text", ConfigurationLimits.TextLength);
        var key = fields.IsText("prompt") ? fields.Text("prompt", ApiLimits.MaximumKey) : null;
        var value = fields.IsText("prompt") ? null : fields.Json("prompt");
        var variables = fields.Pairs("variables");
        if (new[] { text is not null, key is not null, value is not null }.Count(given => given) != 1)
        {
            fields.Wrong("text", "is nothing to say, or more than one thing", "either `text` or `prompt`");
        }

        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        return text is not null
            ? await Speak(context, drafts.Bind("prompts", null, null).Snapshot, new Utterance(null, ImmutableDictionary<string, string>.Empty.Add(language!, text)), language!, variables, audio)
            : await Prompt(context, drafts.Bind("prompts", key, value), language!, variables, audio);
    }

    private static Task<IResult> PromptAsync(HttpContext context, string key, string language, DraftBinding drafts, TrialAudio audio) =>
        ConfigurationLimits.Languages.Contains(language)
            ? Prompt(context, drafts.Bind("prompts", key, null), language, ImmutableDictionary<string, string>.Empty, audio)
            : Task.FromResult(ProblemResults.NotFound($"Languages: {string.Join(", ", ConfigurationLimits.Languages)}."));

    private static async Task<IResult> FileAsync(HttpContext context, string path, DraftBinding drafts, TrialAudio audio) =>
        drafts.Pin(path) is { } pinned
            ? await Send(context, [new AudioSegment.Recording(pinned)], audio)
            : ProblemResults.NotFound($"There is no recording '{path}' in the draft.");

    private static async Task<IResult> AudioAsync(HttpContext context, string name, TrialAudio audio)
    {
        if (await audio.RenderAsync(name, context.RequestAborted) is not { } wav)
        {
            return ProblemResults.NotFound("No trial said this, or too long ago. Play it again.");
        }

        context.Response.Headers.CacheControl = "private, max-age=86400";
        return Bytes(wav, name);
    }

    private static async Task<IResult> Prompt(
        HttpContext context, TriedObject tried, string language, IReadOnlyDictionary<string, string> variables, TrialAudio audio) =>
        TryRefusals.Of(context, tried, "prompts", tried.ProblemsOf("prompts"))
            ?? await Speak(context, tried.Snapshot, new Utterance(tried.Key, null), language, variables, audio);

    private static Task<IResult> Speak(
        HttpContext context, ConfigurationSnapshot configuration, Utterance utterance, string language, IReadOnlyDictionary<string, string> variables, TrialAudio audio) =>
        Send(context, SpokenSample.Compose(configuration, [utterance], language, variables), audio);

    private static async Task<IResult> Send(HttpContext context, ImmutableArray<AudioSegment> segments, TrialAudio audio)
    {
        if (segments.IsEmpty)
        {
            return ProblemResults.Of(422, "nothing-to-say", "There is nothing to say", "Not in this language, nor in the one that stands in for it.");
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        return await audio.RenderAsync(segments, context.RequestAborted) is { } wav
            ? Bytes(wav, audio.Keep(segments))
            : ProblemResults.Of(503, "no-audio", "It cannot be spoken or played now", "The server's log says why.");
    }

    private static FileContentHttpResult Bytes(byte[] wav, string name) =>
        TypedResults.Bytes(wav, Wav, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{name}\""));
}
