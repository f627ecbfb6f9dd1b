using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Customers;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

internal static class CallbackEndpoints
{
    internal const string Prefix = "cb-";

    public static void Map(IEndpointRouteBuilder api)
    {
        var callbacks = api.MapGroup("/callbacks").WithTags("Callbacks");
        callbacks.MapGet("/", Find)
            .WithSummary("Callback requests, newest first or in an order of choice").Produces<CallbacksBody>().Fails(400).Needs(Permission.CallbacksRead);
        callbacks.MapGet("/{id}", Show)
            .WithSummary("A callback request with its attempts and its journal").Produces<CallbackDetailBody>().Fails(404)
            .NeedsOrOwn(OwnThing.Callback, Permission.CallbacksRead);
        callbacks.MapPost("/", CreateCallback.AnswerAsync)
            .WithSummary("Ask for a callback")
            .WithDescription("It is on disk when this is answered. One request may be open for a number and queue: a second is refused with " +
                "`already-pending`, naming the first, which keeps its place. With `from` and `until` it is for that time: it waits until the one and " +
                "expires at the other. Under an `Idempotency-Key` (a header of up to 128 characters) it is made once: for 24 hours the same body is given " +
                "the first answer again, with `Idempotency-Replayed: true`, and another body is refused with `idempotency-conflict`. `link` is where the " +
                "customer sees, changes and cancels it, on this server. More for one number, or from one sender, than is reasonable: 429 with Retry-After.")
            .Accepts<CreateCallbackBody>("application/json").Produces<CallbackBody>(StatusCodes.Status201Created).Fails(400, 409, 422, 503)
            .Needs(Permission.CallbacksWrite);
        callbacks.MapPost("/{id}/cancel", CancelAsync)
            .WithSummary("Cancel a callback request, saying why")
            .WithDescription("A customer whose phone rings already is not cut off: the request then ends when that attempt does.")
            .Accepts<ReasonBody>("application/json").Produces<CallbackBody>().Fails(400, 404, 409, 422, 503)
            .Needs(Permission.CallbacksWrite);
        HandlingEndpoints.Map(callbacks);
        BulkEndpoint.Map(callbacks);
        callbacks.MapDelete("/{id}", DeleteAsync)
            .WithSummary("Cancel a callback request").Produces<CallbackBody>().Fails(400, 404, 409, 503).Needs(Permission.CallbacksWrite);
    }

    private static IResult Find(
        IStore store, IEnginePort engine,
        [Description("A status, or `open` for all that are not final.")] string? status,
        [Description("Key of an outbound queue.")] string? queue,
        [Description("The number dialled, or a part of it.")] string? number,
        [Description("The customer's name, or a part of it; capitals do not matter.")] string? name,
        [Description("Key of the agent who has it or had it last, or whom it is assigned to.")] string? agent,
        [Description("`true` for open requests that are held, `false` for those that are not.")] string? held,
        [Description("Key of the inbound queue that the caller waited in.")] string? inboundQueue,
        [Description("A part of the number, the name or a note, or an id; capitals do not matter.")] string? search,
        [Description("`place`, `asked`, `expires`, `due` or `attempts`; with a dash before it, from the greatest down. Newest first where it is left out.")] string? sort,
        [Description("Items in a page, 1 to 200. Default 50.")] string? limit,
        [Description("The `next` of the page before.")] string? before)
    {
        var query = new QueryReader();
        var filter = new CallbackFilter(
            query.Word<CallbackStatus>("status", status, "open"), status == "open", queue, query.Number(number), query.Limit(limit),
            sort is null ? query.Before(before, Prefix) : null)
        {
            InboundQueue = query.Text("inboundQueue", inboundQueue, ApiLimits.MaximumKey),
            Search = query.Text("search", search, ApiLimits.MaximumName),
            Order = CallbackListReading.Order(query, sort, before),
            Name = query.Text("name", name, ApiLimits.MaximumName),
            Agent = query.Text("agent", agent, ApiLimits.MaximumKey),
            Held = query.Flag("held", held),
        };
        if (query.Problems.Count > 0)
        {
            return ProblemResults.Fields(query.Problems);
        }

        // One more than asked for tells whether there is another page.
        var found = store.FindCallbacks(engine.Configuration.Tenant, filter with { Limit = filter.Limit + 1 });
        var page = found.Take(filter.Limit).ToList();
        return TypedResults.Ok(new CallbacksBody([.. page.Select(CallbackBody.Of)], found.Count > page.Count ? CallbackListReading.Next(filter.Order, page[^1]) : null));
    }

    private static IResult Show([Description("For example `cb-12`.")] string id, IStore store, IEnginePort engine)
    {
        var tenant = engine.Configuration.Tenant;
        return Existing(id, store, tenant) is { } callback
            ? TypedResults.Ok(new CallbackDetailBody(
                CallbackBody.Of(callback),
                [.. store.AttemptsOf(tenant, callback.Id).Select(AttemptBody.Of)],
                [.. store.JournalOf(tenant, callback.Id.ToString()).Select(JournalBody.Of)]))
            : Unknown(id);
    }

    private static async Task<IResult> CancelAsync(
        [Description("For example `cb-12`.")] string id, HttpContext context, IStore store, IEnginePort engine)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var reason = HandlingReading.Reason(fields);
        fields.RefuseUnknown();
        return fields.Problems.Count > 0
            ? ProblemResults.Fields(fields.Problems)
            : await EndAsync(id, reason, context, store, engine);
    }

    private static Task<IResult> DeleteAsync(
        [Description("For example `cb-12`.")] string id,
        [Description("Kept in the journal.")] string? reason,
        HttpContext context, IStore store, IEnginePort engine)
    {
        if (reason?.Length > ApiLimits.MaximumReason)
        {
            return Task.FromResult(ProblemResults.Fields(
                [new(null, "reason", $"has {reason.Length} characters", $"at most {ApiLimits.MaximumReason} characters")]));
        }

        return EndAsync(id, string.IsNullOrWhiteSpace(reason) ? "no reason given" : reason, context, store, engine);
    }

    private static Task<IResult> EndAsync(string id, string reason, HttpContext context, IStore store, IEnginePort engine)
    {
        var tenant = engine.Configuration.Tenant;
        return Existing(id, store, tenant) is { } callback
            ? engine.ThenAsync(
                new EngineCommand.CancelCallback(callback.Id, Access.Who(context), reason), context,
                answer => TellHandled(context, "cancel", reason, callback, answer.Callback ?? store.GetCallback(tenant, callback.Id) ?? callback))
            : Task.FromResult(Unknown(id));
    }

    /// <summary>What was done goes on record, and the request is told as it is now.</summary>
    /// <param name="action">As its address has it: <c>move</c>.</param>
    internal static IResult TellHandled(HttpContext context, string action, string? reason, CallbackRequest before, CallbackRequest after)
    {
        var (was, now) = AuditNodes.Changes(before, after);
        now["reason"] = reason;
        context.RequestServices.GetRequiredService<IAuditTrail>().Record(Access.Who(context), action, Subjects.Callback(after.Id.ToString()), was, now);
        return TypedResults.Ok(CallbackBody.Of(after));
    }

    internal static CallbackRequest? Existing(string id, IStore store, TenantId tenant) =>
        QueryReader.TryId(id, Prefix, out var number) ? store.GetCallback(tenant, new CallbackId(number)) : null;

    internal static IResult Unknown(string id) => ProblemResults.NotFound($"No callback request has the id '{id}'.");
}
