using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Ivr.Trying;
using Rappel.Core.Numbers;
using Rappel.Core.Schedules;
using Rappel.Server.Trying;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Trying what is being edited: nothing is saved, nothing is dialled.</summary>
internal static class TryEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var tries = api.MapGroup("/configuration/try").WithTags("Trying");
        tries.MapPost("/dial-plan", DialPlanAsync)
            .WithSummary("See which rule of a dial plan a number meets, and what is dialled")
            .WithDescription("`plan` is a dial plan of the draft, `value` one as it is being edited, in canonical form; with both, the value counts.")
            .Produces<TriedDialPlanBody>().Fails(400, 404, 413, 415, 422).Needs(Permission.ConfigurationRead);
        tries.MapPost("/schedule", ScheduleAsync)
            .WithSummary("See what a schedule says at a moment, and when that changes")
            .WithDescription("`schedule` is one of the draft, `value` one as it is being edited, in canonical form. Without `at` it is now.")
            .Produces<TriedScheduleBody>().Fails(400, 404, 413, 415, 422).Needs(Permission.ConfigurationRead);
        tries.MapPost("/script", ScriptAsync)
            .WithSummary("Play a call through a script, on time of its own")
            .WithDescription("Stateless: the call is played from its beginning to `until`, with `inputs` happening at their seconds. To go on, ask again with more. " +
                "`script` is one of the draft, `value` one as it is being edited. Forwards wait for an `exit`; `answered` connects.")
            .Produces<TriedScriptBody>().Fails(400, 404, 413, 415, 422).Needs(Permission.ConfigurationRead);
        TryAudioEndpoints.Map(tries);
        TryWebhookEndpoint.Map(tries);
    }

    private static async Task<IResult> DialPlanAsync(HttpContext context, DraftBinding drafts)
    {
        var (fields, refusal) = await JsonBody.ReadAsync(context, TryLimits.Body, TryLimits.Depth);
        if (fields is null)
        {
            return refusal!;
        }

        var plan = fields.Text("plan", ApiLimits.MaximumKey);
        var value = fields.Json("value");
        var number = fields.Text("number", NumberForm.LongestTyped, required: true);
        var channel = fields.Text("channel", ApiLimits.MaximumKey);
        if (plan is null && value is null)
        {
            fields.Wrong("plan", "is required", "the key of a dial plan, or its content as `value`");
        }

        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var tried = drafts.Bind("dialPlans", plan, value);
        if (TryRefusals.Of(context, tried, "dialPlans", tried.ProblemsOf("dialPlans")) is { } wrong)
        {
            return wrong;
        }

        if (channel is not null && !tried.Snapshot.Channels.ContainsKey(channel))
        {
            return ProblemResults.NotFound($"There is no channel '{channel}'.");
        }

        var trial = DialPlanTrial.Of(tried.Snapshot.DialPlans[tried.Key], number!, DialContext.Of(tried.Snapshot));
        var dial = trial.Verdict as DialVerdict.Dial;
        return TypedResults.Json(new TriedDialPlanBody(
            trial.Cleaned, [.. trial.Matched.Select((matched, index) => new TriedRuleBody(index, matched))], trial.Rule, dial?.Number.Value, dial?.Trunk, dial?.TimeZone,
            trial.Verdict is DialVerdict.Refuse refused ? new RefusalBody(Words.Of(refused.Kind), refused.Reason.In(RequestLanguage.Of(context))) : null));
    }

    private static async Task<IResult> ScheduleAsync(HttpContext context, DraftBinding drafts, TimeProvider time)
    {
        var (fields, refusal) = await JsonBody.ReadAsync(context, TryLimits.Body, TryLimits.Depth);
        if (fields is null)
        {
            return refusal!;
        }

        var key = fields.Text("schedule", ApiLimits.MaximumKey);
        var value = fields.Json("value");
        var at = fields.Moment("at") ?? time.GetUtcNow();
        if (key is null && value is null)
        {
            fields.Wrong("schedule", "is required", "the key of a schedule, or its content as `value`");
        }

        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var tried = drafts.Bind("schedules", key, value);
        if (TryRefusals.Of(context, tried, "schedules", tried.ProblemsOf("schedules")) is { } wrong)
        {
            return wrong;
        }

        var schedule = tried.Snapshot.Schedules[tried.Key];
        return TypedResults.Json(new TriedScheduleBody(
            ScheduleClock.Evaluate(schedule, at).Name, at.UtcDateTime, Local(schedule, at),
            [.. ScheduleOutlook.Changes(schedule, at).Select(c => new ScheduleChangeBody(c.At.UtcDateTime, Local(schedule, c.At), c.Exit.Name))]));
    }

    private static string? Local(ScheduleSnapshot schedule, Instant at) => ScheduleOutlook.Local(schedule, at)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null);

    private static async Task<IResult> ScriptAsync(HttpContext context, DraftBinding drafts, TrialStage stage, TrialAudio audio, TimeProvider time)
    {
        var (fields, refusal) = await JsonBody.ReadAsync(context, TryLimits.Body, TryLimits.Depth);
        if (fields is null)
        {
            return refusal!;
        }

        if (TryScriptReading.Read(fields, time.GetUtcNow()) is not { } wish)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var tried = drafts.Bind("scripts", wish.Script, wish.Value);
        var used = ScriptUse.Of(tried.Snapshot, tried.Key);
        if (TryRefusals.Of(context, tried, "scripts", tried.ProblemsIn(path => ScriptUse.IsIn(used, path))) is { } wrong)
        {
            return wrong;
        }

        if (Channel(wish, tried) is not { } channel)
        {
            return ProblemResults.NotFound($"There is no channel '{wish.Channel}'.");
        }

        if (wish.Queue is { } queue && !tried.Snapshot.InboundQueues.ContainsKey(queue))
        {
            return ProblemResults.NotFound($"There is no inbound queue '{queue}'.");
        }

        var result = await stage.PlayAsync(tried.Snapshot, () => new TrialRequest(
            tried.Key, wish.Entry, new ScriptCall(wish.Caller, channel.Key, channel.Number, wish.Language ?? channel.Language ?? tried.Snapshot.DefaultLanguage),
            wish.At, wish.Queue ?? QueueOf(tried), wish.Figures, wish.Inputs, wish.Until), context.RequestAborted);
        return TypedResults.Json(new TryScriptAnswer(tried.Key, audio).Of(result));
    }

    /// <summary>The one named, else the first that runs this script, else any: a script that no channel runs yet can be tried too. Null where the one named is not there.</summary>
    private static (string Key, string Number, string? Language)? Channel(TryScriptReading wish, TriedObject tried)
    {
        var channels = tried.Snapshot.Channels.Values.OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        var found = wish.Channel is { } key ? channels.FirstOrDefault(c => c.Key == key)
            : channels.FirstOrDefault(c => c.Enabled && c.Script == tried.Key) ?? channels.FirstOrDefault(c => c.Enabled);
        return found is null ? wish.Channel is null ? ("", "", null) : null : (found.Key, found.Number, found.Language);
    }

    private static string? QueueOf(TriedObject tried) =>
        tried.Snapshot.InboundQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal).FirstOrDefault(q => q.Treatment == tried.Key)?.Key;
}
