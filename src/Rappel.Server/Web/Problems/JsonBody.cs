using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Rappel.Server.Web.Problems;

/// <summary>The body of a request as a JSON object, within the size limit.</summary>
internal static class JsonBody
{
    private const int Depth = 16;

    /// <summary>Exactly one of the two is set. An empty body counts as <c>{}</c>.</summary>
    public static Task<(FieldReader? Fields, IResult? Problem)> ReadAsync(HttpContext context) => ReadAsync(context, ApiLimits.BodySize, Depth);

    /// <param name="size">Bytes at most.</param>
    /// <param name="depth">Levels of objects and lists at most.</param>
    public static async Task<(FieldReader? Fields, IResult? Problem)> ReadAsync(HttpContext context, int size, int depth)
    {
        var (body, problem) = await ReadElementAsync(context, size, depth);
        return problem is null ? (new FieldReader(body), null) : (null, problem);
    }

    /// <summary>The object itself, where the problem is null.</summary>
    public static Task<(JsonElement Body, IResult? Problem)> ReadElementAsync(HttpContext context) => ReadElementAsync(context, ApiLimits.BodySize, Depth);

    private static async Task<(JsonElement Body, IResult? Problem)> ReadElementAsync(HttpContext context, int size, int depth)
    {
        var request = context.Request;
        if (request.ContentLength is not 0 and not null && !request.HasJsonContentType())
        {
            return (default, ProblemResults.Of(415, "not-json", "The body must be JSON", "Send `Content-Type: application/json`."));
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > size)
            {
                return (default, ProblemResults.Of(413, "too-large", "The body is too large", $"At most {size} bytes are allowed."));
            }
        }

        if (bytes.Length == 0)
        {
            return (JsonElement.Parse("{}"), null);
        }

        try
        {
            var root = JsonElement.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), new JsonDocumentOptions { MaxDepth = depth, AllowDuplicateProperties = false });
            return root.ValueKind == JsonValueKind.Object
                ? (root, null)
                : (default, ProblemResults.Malformed("The body must be a JSON object."));
        }
        catch (JsonException wrong)
        {
            return (default, ProblemResults.Malformed($"The body is not valid JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}."));
        }
    }
}
