using System.ComponentModel;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Events;

/// <summary>The stream of events (server-sent events, WHATWG HTML §9.2).</summary>
internal static class EventEndpoint
{
    private const string ContentType = "text/event-stream";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/events", ListenAsync)
        .WithTags("Events").WithSummary("What changes, as it happens")
        .WithDescription("Server-sent events. Each has the name of its topic and a JSON value. `queues` and `agents` begin with all items " +
            "(`full`) and go on with those that changed; `work` and `status` are told whole; of `callbacks` and `interactions` each event has the " +
            "rows that changed, once they are on disk, and one with `full` says that all are to be read again. `resync`: the listener was too " +
            "slow, events were left out, and the full values follow. The stream ends when the session does.")
        .Produces(StatusCodes.Status200OK, contentType: ContentType).Fails(400, 503)
        .Needs(Permission.LiveRead, Permission.CallbacksRead, Permission.InteractionsRead, Permission.ConfigurationRead, Permission.OwnAgent);

    private static async Task<IResult> ListenAsync(
        HttpContext context, EventListeners listeners, EventFeed feed, ListenerAccess access,
        [Description("With commas: `queues,agents,callbacks`.")] string? topics,
        [Description("Whose `work`; one's own where it is left out.")] string? agent,
        [Description("The id of the last event that was seen, where `Last-Event-ID` cannot be sent.")] string? after,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        CancellationToken ct)
    {
        if (Read(topics, ref agent, context) is not { } wanted)
        {
            return Wrong(topics, agent);
        }

        if (wanted.Any(t => !context.User.May(t, agent)))
        {
            return Forbidden(context, wanted.First(t => !context.User.May(t, agent)));
        }

        var listener = new EventListener(
            wanted, agent, feed.SerialOf(lastEventId ?? after), access.Watch(context, p => wanted.All(t => p.May(t, agent))), Caller.SessionKey(context.User));
        if (!listeners.TryAdd(listener))
        {
            return ProblemResults.Of(503, "too-many-listeners", "Not now", $"At most {EventLimits.Listeners} may listen at once.");
        }

        try
        {
            await WriteAsync(context, listener, ct);
        }
        finally
        {
            listeners.Remove(listener);
        }

        return TypedResults.Empty;
    }

    private static IReadOnlySet<EventTopic>? Read(string? topics, ref string? agent, HttpContext context)
    {
        var wanted = EventTopics.TryParse(topics, out _);
        agent = wanted?.Contains(EventTopic.Work) == true ? agent ?? context.User.AgentKey() : null;
        return wanted?.Contains(EventTopic.Work) == true && agent is null ? null : wanted;
    }

    private static IResult Wrong(string? topics, string? agent)
    {
        var query = new QueryReader();
        if (EventTopics.TryParse(topics, out var wrong) is not null && agent is null)
        {
            query.Wrong("agent", "is missing: you are no agent", "the key of the agent whose work is meant");
        }
        else
        {
            query.Wrong("topics", wrong.Length > 0 ? $"has '{wrong}'" : "is missing", string.Join(", ", Words.All<EventTopic>()));
        }

        return ProblemResults.Fields(query.Problems);
    }

    private static IResult Forbidden(HttpContext context, EventTopic topic) => ProblemResults.Of(
        403, "forbidden", "This is not permitted",
        $"'{Words.Of(topic)}' needs {string.Join(" or ", EventTopics.PermissionsOf(topic).Select(p => $"`{p}`"))}, which '{Access.Who(context)}' does not have here.");

    private static async Task WriteAsync(HttpContext context, EventListener listener, CancellationToken ct)
    {
        context.Response.ContentType = ContentType;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var line = context.Response.BodyWriter;
        try
        {
            await line.WriteAsync(Retry, ct);
            while (await listener.Events.WaitToReadAsync(ct))
            {
                while (listener.Events.TryRead(out var frame))
                {
                    await line.WriteAsync(frame.Bytes, ct);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The other side left.
        }
    }

    private static readonly byte[] Retry = [.. "retry: "u8, .. System.Text.Encoding.ASCII.GetBytes(
        ((int)EventLimits.Retry.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)), .. "\n\n"u8];
}
