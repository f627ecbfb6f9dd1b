using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rappel.Core.Config;
using Rappel.Server.Configuration.Drafts;
using Rappel.Server.Configuration.Editions;
using Rappel.Server.Trying;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Drafts;

/// <summary>A script as it is being edited, in both spellings, with what is wrong with it beside the rest of the draft. Nothing is saved.</summary>
internal static class ScriptPreviewEndpoint
{
    private const string Section = "scripts";

    public static void Map(RouteGroupBuilder configuration) => configuration.MapPost("/draft/scripts/{key}/preview", PreviewAsync)
        .WithSummary("See a script that is not saved as JSON and as YAML, with its problems")
        .WithDescription("Either `value`, in canonical form, which is written as text, or `text`, which is read. `base` is the text that the value was before: what " +
            "stays the same keeps its comments and its layout. A text that cannot be read has no `value`, and problems with their lines.")
        .Accepts<ScriptPreviewRequest>("application/json").Produces<ScriptPreviewBody>().Fails(400, 413, 415, 422).Needs(Permission.ConfigurationWrite);

    private static async Task<IResult> PreviewAsync(string key, HttpContext context, ConfigurationBook book, DraftBinding drafts)
    {
        var (fields, refusal) = await JsonBody.ReadAsync(context, TryLimits.Body, TryLimits.Depth);
        if (fields is null)
        {
            return refusal!;
        }

        var (value, text, before) = (fields.Json("value"), Text(fields, "text"), Text(fields, "base"));
        if (value is null == text is null)
        {
            fields.Wrong("value", "is not one thing to look at", "either the script as `value` or its YAML as `text`");
        }

        fields.RefuseUnknown();
        if (fields.Problems.Count > 0)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var saved = DraftFiles.Of(book.Look().Edited.Texts);
        var files = before is null ? saved : saved.PutText(Section, key, before).Files;
        var edit = text is null ? files.Put(Section, key, value) : files.PutText(Section, key, text);
        var language = RequestLanguage.Of(context);
        return TypedResults.Ok(edit.Problems.IsEmpty
            ? Preview(key, text ?? edit.Files.Text(Section, key)!, edit.Files.Get(Section, key), drafts, language)
            : new ScriptPreviewBody(null, text ?? "", [.. edit.Problems.Select(p => DraftProblemBody.Of(p, language))]));
    }

    private static ScriptPreviewBody Preview(string key, string text, JsonNode? value, DraftBinding drafts, string language)
    {
        var lines = new TextLines(text);
        var problems = drafts.Bind(Section, key, value ?? new JsonObject()).ProblemsOf(Section);
        return new ScriptPreviewBody(value, text,
            [.. problems.Select(p => DraftProblemBody.Of(p, language) with { File = null, Line = lines.Of(p.Path.Split('/').Skip(2)) })]);
    }

    private static string? Text(FieldReader fields, string field) => fields.IsText(field) ? fields.Json(field)!.GetValue<string>() : null;
}
