using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Callbacks;
using Rappel.Server.Web.Bodies;
using Rappel.Storage.People;

namespace Rappel.Server.Web.Auth;

/// <summary>Things as the audit log shows them: as the API does.</summary>
internal static class AuditNodes
{
    private static readonly JsonSerializerOptions Written = Options();

    public static JsonNode? Of(UserRow? user) => user is null ? null : Node(UserBody.Of(user, false));

    public static JsonNode Of(TokenRow token) => Node(TokenBody.Of(token));

    public static JsonNode Of(CallbackRequest callback) => Node(CallbackBody.Of(callback));

    public static JsonNode Of(SayAfterCallBody said) => Node(said);

    public static JsonNode Of(DecideOutcomeBody decided) => Node(decided);

    /// <summary>Of each only what differs.</summary>
    public static (JsonObject Before, JsonObject After) Changes(CallbackRequest before, CallbackRequest after)
    {
        var (was, now) = (Of(before).AsObject(), Of(after).AsObject());
        foreach (var same in was.Where(f => JsonNode.DeepEquals(f.Value, now[f.Key])).Select(f => f.Key).ToList())
        {
            was.Remove(same);
            now.Remove(same);
        }

        return (was, now);
    }

    private static JsonNode Node<T>(T body) => JsonSerializer.SerializeToNode(body, Written)!;

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }
}
