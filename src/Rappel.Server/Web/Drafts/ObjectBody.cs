using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Rappel.Server.Configuration;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Drafts;

/// <summary>An object as it was sent: JSON, or YAML text.</summary>
/// <param name="Json">Null where it is YAML.</param>
/// <param name="Yaml">Null where it is JSON.</param>
internal sealed record ObjectBody(JsonObject? Json, string? Yaml)
{
    public const string YamlType = "application/yaml";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2 * YamlLimits.Depth, AllowDuplicateProperties = false };

    /// <summary>Exactly one of the two is set.</summary>
    public static async Task<(ObjectBody? Body, IResult? Problem)> ReadAsync(HttpContext context)
    {
        var type = context.Request.ContentType?.Split(';')[0].Trim();
        var yaml = type is YamlType or "application/x-yaml" or "text/yaml";
        if (!yaml && !context.Request.HasJsonContentType())
        {
            return (null, ProblemResults.Of(415, "not-json", "The body must be JSON or YAML", $"Send `Content-Type: application/json` or `{YamlType}`."));
        }

        await using var body = await LargeBody.ReadAsync(context, ApiLimits.ObjectSize);
        if (body is null)
        {
            return (null, LargeBody.TooLarge(ApiLimits.ObjectSize));
        }

        try
        {
            if (yaml)
            {
                using var reader = new StreamReader(body, new UTF8Encoding(false, throwOnInvalidBytes: true));
                return (new ObjectBody(null, await reader.ReadToEndAsync(context.RequestAborted)), null);
            }

            return await JsonNode.ParseAsync(body, null, Strict, context.RequestAborted) is JsonObject map
                ? (new ObjectBody(map, null), null)
                : (null, ProblemResults.Malformed("The body must be a JSON object."));
        }
        catch (JsonException wrong)
        {
            return (null, ProblemResults.Malformed($"The body is not valid JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}."));
        }
        catch (DecoderFallbackException)
        {
            return (null, ProblemResults.Malformed("The body is not UTF-8 text."));
        }
    }
}
