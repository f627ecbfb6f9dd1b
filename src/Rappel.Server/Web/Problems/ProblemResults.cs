using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Rappel.Engine;
using Rappel.Server.Web.Drafts;

namespace Rappel.Server.Web.Problems;

/// <summary>The errors this interface gives.</summary>
internal static class ProblemResults
{
    public const string ContentType = "application/problem+json";

    // As all other bodies are written: a quotation mark stays one, for people read these. They are never part of a page.
    private static readonly JsonTypeInfo<Problem> Written = new ApiJson(
        new JsonSerializerOptions(ApiJson.Default.Options) { TypeInfoResolver = null, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Problem;

    public static IResult NotFound(string what) => Of(404, "not-found", "There is no such thing here", what);

    public static IResult Unauthorized() =>
        Of(401, "unauthorized", "A token or a session is needed", "Send `Authorization: Bearer TOKEN`, or sign in in the browser.");

    public static IResult Malformed(string detail) => Of(400, "malformed-json", "The body is not what was expected", detail);

    public static IResult Fields(IReadOnlyList<FieldProblem> problems) => Of(
        problems.Any(p => p.Pointer is not null) ? 422 : 400, "invalid-fields", "Some of the request is not valid",
        $"{problems.Count} {(problems.Count == 1 ? "problem" : "problems")}; each is listed with what is allowed.", problems);

    public static IResult Starting() => Of(503, "starting", "Not ready yet", "The engine has not published its state yet.");

    /// <summary>What the engine refused, under the status its word calls for, in the language.</summary>
    public static IResult Refused(CommandAnswer answer, string language)
    {
        var (word, detail) = (answer.Error!, answer.Detail?.In(language));
        return word switch
        {
            "refused-number" or "no-number" => Of(422, word, "This number may not be called", detail, [new("#/number", null, detail ?? word, null)]),
            "bad-window" => Of(422, word, "This window cannot be kept", detail, [new("#/until", null, detail ?? word, WindowAllowed)]),
            "bad-position" => Of(422, word, "There is no such position", detail, [new("#/position", null, detail ?? word, null)]),
            "bad-place" => Of(422, word, "There is no such place", detail, [new("#/place", null, detail ?? word, null)]),
            "bad-code" => Of(422, word, "This code is not for it", detail, [new("#/code", null, detail ?? word, null)]),
            "bad-codes" => Of(422, word, "These codes are not for it", detail, [new("#/codes", null, detail ?? word, null)]),
            "bad-extension" => Of(422, word, "It cannot be extended by this", detail, [new("#/extendSeconds", null, detail ?? word, null)]),
            "bad-note" => Of(422, word, "This is no note", detail, [new("#/text", null, detail ?? word, null)]),
            "not-permitted" => Of(403, word, "This is not allowed", detail),
            "out-of-range" => Of(422, word, "A value is out of range", detail),
            "already-pending" => Of(
                409, word, "There is an open request for this number and queue", detail, callback: answer.Callback?.Id.ToString()),
            "draining" or "overload" or "busy" or "store-failed" or "not-written" => Of(503, word, "Not now", detail),
            "timed-out" => NoAnswer(),
            "unknown-target" => Of(409, word, "There is no such agent or queue", detail),
            _ when word.StartsWith("unknown-", StringComparison.Ordinal) => Of(404, word, "There is no such thing here", detail),
            _ => Of(409, word, "It cannot be done as things stand", detail),
        };
    }

    private static string WindowAllowed => "at least 2 minutes and at most 72 hours after `from` (or now, where that is later)";

    public static IResult NoAnswer() => Of(
        504, "no-answer", "The engine has not answered in time", "It may still do what was asked: look before you ask again.");

    /// <summary>A condition that the request made does not hold.</summary>
    /// <param name="current">What is there; of a type that <see cref="ApiJson"/> knows.</param>
    public static IResult Changed(string detail, object? current) => TypedResults.Json(
        new Problem(
            "urn:rappel:problem:changed-meanwhile", "Somebody else was first", 412, "changed-meanwhile", detail,
            Current: current is null ? null : JsonSerializer.SerializeToElement(current, ApiJson.Default.GetTypeInfo(current.GetType())!)),
        Written, ContentType, 412);

    /// <summary>A configuration that cannot be taken, with everything that is wrong.</summary>
    public static IResult Configuration(IEnumerable<DraftProblemBody> problems, string detail) => Of(
        422, "invalid-configuration", "The configuration has problems", detail,
        [.. problems.Select(Field)]);

    public static FieldProblem Field(DraftProblemBody problem) =>
        new(problem.Pointer, null, problem.Message, problem.Allowed, problem.Code, problem.File, problem.Line);

    public static IResult Of(
        int status, string code, string title, string? detail, IReadOnlyList<FieldProblem>? errors = null, string? callback = null) =>
        TypedResults.Json(
            new Problem($"urn:rappel:problem:{code}", title, status, code, detail, errors, callback), Written, ContentType, status);

    public static Task WriteAsync(HttpContext context, IResult problem) =>
        context.Response.HasStarted ? Task.CompletedTask : problem.ExecuteAsync(context);
}
