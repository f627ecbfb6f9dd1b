using System.Text.Json;
using System.Text.Json.Nodes;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Server.Web;
using Rappel.Server.Web.Bodies;

namespace Rappel.Server.Webhooks;

/// <summary>Something a webhook can be told of.</summary>
/// <param name="Event">Its word.</param>
/// <param name="Subject">What it happened to: <c>cb-12</c>.</param>
/// <param name="Serial">Rises with each event of the subject.</param>
/// <param name="Data">Written only for those who want to know.</param>
internal sealed record Happening(string Event, string Subject, long Serial, Instant At, Func<LinkSigner, JsonNode> Data)
{
    private static readonly JsonSerializerOptions Written = Options();

    /// <param name="entry">What the journal says of the change; null where it says nothing.</param>
    public static Happening Of(CallbackRequest request, CallbackAttempt? attempt, JournalRow? entry) => new(
        CallbackTransition.WordOf(request.Status, entry?.Event), request.Id.ToString(), request.Revision, entry?.At ?? request.EndedAt ?? request.RequestedAt,
        links => new JsonObject
        {
            ["change"] = entry?.Event,
            ["who"] = entry?.Who,
            ["why"] = entry?.Detail,
            ["callback"] = Node(CallbackBody.Of(request) with { Link = links.LinkTo(request) }),
            ["attempt"] = attempt is null ? null : Node(AttemptBody.Of(attempt)),
        });

    public static Happening Of(InteractionRow call) => new(
        WebhookEvents.CallEnded, call.Id.ToString(), 1, call.EndedAt ?? call.StartedAt,
        _ => new JsonObject { ["interaction"] = Node(InteractionBody.Of(call)) });

    public static Happening Of(VoicemailRow message) => new(
        WebhookEvents.VoicemailNew, $"voicemail-{message.Id.Value}", 1, message.At,
        _ => new JsonObject
        {
            ["voicemail"] = new JsonObject
            {
                ["id"] = message.Id.ToString(),
                ["parent"] = message.Parent?.ToString(),
                ["queue"] = message.Queue,
                ["caller"] = message.Caller,
                ["language"] = message.Language,
                ["at"] = message.At.UtcDateTime,
                ["lengthSeconds"] = (int)message.Length.TotalSeconds,
            },
        });

    private static JsonNode Node<T>(T body) => JsonSerializer.SerializeToNode(body, Written)!;

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }
}
