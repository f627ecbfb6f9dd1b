using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Rappel.Core.Config.Forms;

namespace Rappel.Server.Web;

/// <summary>Says in the OpenAPI document which schema an object of the configuration has where it is sent and answered.</summary>
internal static class ConfigurationOperations
{
    private const string Draft = "/api/v1/configuration/draft/";
    private const string Json = "application/json";
    private const string Answer = "DraftObjectBody";
    private const string Row = "DraftItemBody";

    public static void Describe(OpenApiDocument document)
    {
        foreach (var (path, item) in document.Paths)
        {
            if (!path.StartsWith(Draft, StringComparison.Ordinal) || item.Operations is not { } operations)
            {
                continue;
            }

            foreach (var section in operations.Values.SelectMany(o => o.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.Name == "section"))
            {
                section.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = [.. SectionForms.All.Where(s => !s.Single).Select(s => (JsonNode)s.Name)],
                };
            }

            var form = SectionForms.Find(path[Draft.Length..]);
            if ((form is { Single: true } || path == Draft + "{section}/{key}")
                && operations.GetValueOrDefault(HttpMethod.Put)?.RequestBody?.Content?.TryGetValue(Json, out var body) == true && body is OpenApiMediaType media)
            {
                media.Schema = form is { Single: true } ? Reference(document, form) : Any(document);
            }
        }

        foreach (var name in new[] { Answer, Row })
        {
            if (document.Components?.Schemas?.TryGetValue(name, out var answer) == true && answer is OpenApiSchema { Properties: { } properties } && properties.ContainsKey("value"))
            {
                properties["value"] = Any(document);
            }
        }
    }

    private static OpenApiSchema Any(OpenApiDocument document) => new()
    {
        Description = "As its section has it.",
        AnyOf = [.. SectionForms.All.Select(s => Reference(document, s))],
    };

    private static OpenApiSchemaReference Reference(OpenApiDocument document, SectionForm form) => new(ConfigurationSchemas.NameOf(form), document);
}
