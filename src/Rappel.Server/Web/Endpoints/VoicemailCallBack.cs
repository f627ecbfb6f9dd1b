using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Config;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Who left a message is called back, as by a request of their own.</summary>
internal static class VoicemailCallBack
{
    /// <summary>Levels of objects and lists in the body.</summary>
    private const int Depth = 16;

    public static void Map(RouteGroupBuilder voicemails) => voicemails.MapPost("/{id}/call-back", AskAsync)
        .WithSummary("Ask for a callback to who left a message")
        .WithDescription("The body is that of `POST /callbacks`, without what the message tells: number, language, and the outbound queue paired with the queue they " +
            "waited in, where there is one. The message itself stays as it is: close it when it is answered.")
        .Accepts<CreateCallbackBody>("application/json").Produces<CallbackBody>(StatusCodes.Status201Created).Fails(400, 404, 409, 422, 503)
        .NeedsOrOwn(OwnThing.Voicemail, Permission.VoicemailsHandle);

    private static async Task<IResult> AskAsync(
        [Description("For example `i-12`.")] string id, HttpContext context, IStore store, IEnginePort engine, IAuditTrail audit)
    {
        var configuration = engine.Configuration;
        if (VoicemailReading.Existing(id, store, configuration.Tenant) is not { } row)
        {
            return VoicemailReading.Unknown(id);
        }

        var (body, problem) = await JsonBody.ReadElementAsync(context);
        if (problem is not null)
        {
            return problem;
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var fields = new FieldReader(Filled(body, row, configuration, store));
        var command = CreateCallbackReading.Read(fields, configuration, Access.Who(context), now);
        return command is null
            ? ProblemResults.Fields(fields.Problems)
            : await engine.ThenAsync(command, context, answer =>
            {
                if (answer.Callback is not { } made)
                {
                    return TypedResults.StatusCode(StatusCodes.Status201Created);
                }

                audit.Record(Access.Who(context), "call-back", Subjects.Voicemail(id), null, AuditNodes.Of(made));
                return TypedResults.Created($"/api/v1/callbacks/{made.Id}", CallbackBody.Of(made));
            });
    }

    /// <summary>What was sent, and in place of what was not what the message tells.</summary>
    private static JsonElement Filled(JsonElement body, VoicemailRow row, ConfigurationSnapshot configuration, IStore store)
    {
        var filled = JsonNode.Parse(body.GetRawText(), null, new JsonDocumentOptions { MaxDepth = Depth })!.AsObject();
        var waited = row.Parent is { } parent ? store.GetInteraction(row.Tenant, parent)?.Queue : null;
        Put("number", row.Caller);
        Put("language", row.Language);
        Put("queue", waited is null ? null : configuration.InboundQueues.GetValueOrDefault(waited)?.OutboundQueue);
        return JsonElement.Parse(filled.ToJsonString());

        void Put(string field, string? value)
        {
            if (value is not null && filled[field] is null)
            {
                filled[field] = value;
            }
        }
    }
}
