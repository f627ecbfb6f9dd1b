using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rappel.Server.Web.Auth;

/// <summary>Values as the audit log keeps them: small enough, and without secrets even where somebody forgot to take them out.</summary>
internal static class AuditText
{
    public const string Masked = "***";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
        { "password", "passwordHash", "secret", "clientSecret", "token", "apiToken" };

    public static string? Of(JsonNode? value)
    {
        if (value is null)
        {
            return null;
        }

        var text = Without(value.DeepClone()).ToJsonString(Plain);
        return text.Length <= AuditLimits.ValueLength ? text : new JsonObject { ["length"] = text.Length }.ToJsonString();
    }

    private static JsonNode Without(JsonNode value)
    {
        switch (value)
        {
            case JsonObject fields:
                foreach (var name in fields.Select(f => f.Key).ToList())
                {
                    if (Secrets.Contains(name) && fields[name] is JsonValue)
                    {
                        fields[name] = Masked;
                    }
                    else if (fields[name] is { } inner)
                    {
                        Without(inner);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items.OfType<JsonNode>())
                {
                    Without(item);
                }

                break;
        }

        return value;
    }
}
