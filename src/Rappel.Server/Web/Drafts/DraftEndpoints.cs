using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Config;
using Rappel.Core.Config.Forms;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Drafts;

/// <summary>The draft as a whole: how far it is from what is in force, what is wrong with it, publishing and discarding it.</summary>
internal static class DraftEndpoints
{
    private static readonly byte[] Forms = System.Text.Encoding.UTF8.GetBytes(FormsJson.Write().ToJsonString());

    public static void Map(RouteGroupBuilder configuration)
    {
        configuration.MapGet("/", (ConfigurationBook book) => TypedResults.Ok(Summary(book.Look())))
            .WithSummary("What is in force, and how far the draft is from it").Produces<ConfigurationSummaryBody>().Needs(Permission.ConfigurationRead);
        configuration.MapGet("/forms", () => TypedResults.Bytes(Forms, "application/json"))
            .WithSummary("Every field of every object: kind, range, default, choices, what it may refer to")
            .WithDescription("The same for every installation of this program: forms and checks of a client can be made from it.")
            .Produces<JsonObject>().Needs(Permission.ConfigurationRead);
        configuration.MapGet("/draft/problems", (HttpContext context, ConfigurationBook book) =>
                TypedResults.Ok(new DraftProblemsBody(DraftProblemBody.Of(book.Look().Edited, RequestLanguage.Of(context)))))
            .WithSummary("Everything that is wrong with the draft").Produces<DraftProblemsBody>().Needs(Permission.ConfigurationRead);
        configuration.MapGet("/draft/changes", (ConfigurationBook book) =>
            {
                var reading = book.Look();
                return TypedResults.Ok(new ChangesBody(ChangeBody.Between(reading.Edition, reading.Edited)));
            })
            .WithSummary("What publishing the draft would change, object by object").Produces<ChangesBody>().Needs(Permission.ConfigurationRead);
        configuration.MapPost("/draft/publish", PublishAsync)
            .WithSummary("Put the draft in force as a new version")
            .WithDescription("For calls from now on: those under way keep the version they began with, no agent is logged out. With any problem nothing is " +
                "published (422, with all of them). `If-Match`: the draft's `etag` as it was looked at, or `*`. 409 where nothing differs.")
            .Accepts<PublishBody>("application/json").Produces<PublishedBody>().Fails(400, 409, 412, 422, 428).Needs(Permission.ConfigurationPublish);
        configuration.MapDelete("/draft", Discard)
            .WithSummary("Throw the draft away").WithDescription("What is in force stays. `If-Match` may name the draft's `etag`.")
            .Produces(StatusCodes.Status204NoContent).Fails(412).Needs(Permission.ConfigurationWrite);
    }

    public static ConfigurationSummaryBody Summary(BookReading reading) => new(
        reading.Version.Number, reading.Version.At.UtcDateTime, reading.Version.Who, reading.Version.Note,
        new DraftSummaryBody(
            EntityTag.Of(reading.DraftMark), EditionChanges.Count(reading.Edition, reading.Edited), reading.Draft?.At.UtcDateTime, reading.Draft?.Who),
        reading.Edition.Result.Snapshot is { } s && IsEmpty(s));

    /// <summary>Makes this the draft, unless it was changed since whoever asks has read it: then what to tell. Null where it is done.</summary>
    public static IResult? Replace(HttpContext context, ConfigurationBook book, DraftProposal proposal, out BookReading after)
    {
        IResult? refusal = null;
        var replaced = book.Edit(
            Access.Who(context),
            reading => (refusal = EntityTag.Refuse(context, reading.DraftMark, required: false, () => Summary(reading))) is null ? proposal : null,
            out after);
        if (replaced)
        {
            EntityTag.Set(context, after.DraftMark);
        }

        return replaced ? null : refusal;
    }

    private static async Task<IResult> PublishAsync(HttpContext context, ConfigurationBook book)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var note = fields.Text("note", ApiLimits.MaximumVersionNote) ?? "";
        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        IResult? refusal = null;
        var published = book.Publish(
            Access.Who(context), note,
            reading => (refusal = EntityTag.Refuse(context, reading.DraftMark, required: true, () => Summary(reading))) is null,
            reading => EditionChanges.Count(reading.Edition, reading.Edited), out var before);
        if (published is not null)
        {
            context.Audit("published", $"configuration/versions/{published.Number}", null, new JsonObject { ["note"] = note, ["changes"] = published.Changes });
            return TypedResults.Ok(new PublishedBody(published.Number));
        }

        return refusal ?? (before.Draft is null
            ? ProblemResults.Of(409, "nothing-to-publish", "There is nothing to publish", $"The draft is what is in force: version {before.Version.Number}.")
            : ProblemResults.Configuration(DraftProblemBody.Of(before.Edited, RequestLanguage.Of(context)), "Nothing was published."));
    }

    private static IResult Discard(HttpContext context, ConfigurationBook book)
    {
        IResult? refusal = null;
        if (!book.Discard(reading => (refusal = EntityTag.Refuse(context, reading.DraftMark, required: false, () => Summary(reading))) is null, out var before))
        {
            return refusal!;
        }

        if (before.Draft is { } draft)
        {
            context.Audit("discarded", "configuration/draft", new JsonObject { ["changes"] = EditionChanges.Count(before.Edition, draft.Edition) }, null);
        }

        return TypedResults.NoContent();
    }

    private static bool IsEmpty(ConfigurationSnapshot s) =>
        s.Trunks.IsEmpty && s.Channels.IsEmpty && s.InboundQueues.IsEmpty && s.OutboundQueues.IsEmpty && s.VoicemailQueues.IsEmpty && s.Agents.IsEmpty
        && s.Scripts.IsEmpty;
}
