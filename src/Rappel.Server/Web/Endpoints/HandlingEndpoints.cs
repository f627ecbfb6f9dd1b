using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>What is done by hand to an open callback request. The journal keeps who, when and why of each.</summary>
internal static class HandlingEndpoints
{
    private const string NotWhileRung = " Not while the customer is being rung or talks.";

    public static void Map(RouteGroupBuilder callbacks)
    {
        Post<MoveCallbackBody>(callbacks, "move", HandlingReading.Move, "Move a callback request in its line",
            "Ahead or back among the pending requests of its queue, by `to`, `position`, `before`, `after` or `place`. Requests for a later window are " +
            "not counted. Its own place stays beside the one given." + NotWhileRung);
        Post<ReasonBody>(callbacks, "retry", HandlingReading.RetryNow, "Try a callback request again now",
            "Ends the delay between attempts, the waiting for a window, and a hold. It is in line at once, in its place; expiry and attempts stay.");
        Post<RescheduleCallbackBody>(callbacks, "reschedule", HandlingReading.Reschedule, "Put a callback request off to a time window",
            "No offer and no attempt begins before `from`, nor at or after `until`, when the request expires. Place and attempts are kept; an offer under " +
            "way is withdrawn." + NotWhileRung);
        Post<ChangeNumberBody>(callbacks, "number", HandlingReading.ChangeNumber, "Change the number of a callback request",
            "It goes through the dial plan of the request, and trunk and time zone follow it: `refused-number` tells the plan's reason. Place, attempts, " +
            "notes and record stay. `already-pending` where another open request of the queue has it." + NotWhileRung);
        Post<AssignCallbackBody>(callbacks, "assign", HandlingReading.Assign, "Assign a callback request to one agent, or to any again",
            "Only that agent is offered it, member of the queue or not. An offer to another is withdrawn." + NotWhileRung);
        Post<TransferCallbackBody>(callbacks, "transfer", HandlingReading.Transfer, "Transfer a callback request to another outbound queue",
            "With place, attempts and expiry. `already-pending` or `pending-cap` where that queue has one for the number, or is full." + NotWhileRung);
        Post<ReasonBody>(callbacks, "hold", HandlingReading.Hold, "Hold a callback request back",
            "Out of line until it is released; expiry goes on. While the customer is being rung it takes effect if that attempt fails.");
        Post<ReasonBody>(callbacks, "release", HandlingReading.Release, "Release a callback request that is held", "Back in line, in its place.");
        Post<AddNoteBody>(callbacks, "notes", HandlingReading.AddNote, "Add a note to a callback request",
            "The agent who gets the request is shown it. At most 20 notes.", OwnThing.Callback);
        Post<DismissCallbackBody>(callbacks, "dismiss", HandlingReading.Dismiss, "End a callback request for good, as the agent who has it",
            "By the agent who is offered it or whose attempt it is, where the queue's `mayDismiss` permits it; `not-permitted` otherwise.", OwnThing.Callback);
    }

    private static void Post<TBody>(
        RouteGroupBuilder callbacks, string name, Func<FieldReader, HandlingReading.Asked, CallbackCommand?> read, string summary, string description,
        OwnThing own = OwnThing.None) where TBody : notnull => callbacks
        .MapPost($"/{{id}}/{name}", ([Description("For example `cb-12`.")] string id, HttpContext context, IStore store, IEnginePort engine) =>
            ActAsync(id, name, read, context, store, engine))
        .WithSummary(summary).WithDescription(description)
        .Accepts<TBody>("application/json").Produces<CallbackBody>().Fails(400, 404, 409, 422, 503)
        .NeedsOrOwn(own, Permission.CallbacksWrite);

    private static async Task<IResult> ActAsync(
        string id, string name, Func<FieldReader, HandlingReading.Asked, CallbackCommand?> read, HttpContext context, IStore store, IEnginePort engine)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var tenant = engine.Configuration.Tenant;
        if (CallbackEndpoints.Existing(id, store, tenant) is not { } callback)
        {
            return CallbackEndpoints.Unknown(id);
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var command = read(fields, new HandlingReading.Asked(callback.Id, engine.Configuration, Access.Who(context), now, OwnAgent(context)));
        fields.RefuseUnknown();
        return fields.Problems.Count > 0 || command is null
            ? ProblemResults.Fields(fields.Problems)
            : await engine.ThenAsync(command, context, answer => CallbackEndpoints.TellHandled(
                context, name, fields.Has("reason") ? HandlingReading.Reason(fields) : null, callback,
                answer.Callback ?? store.GetCallback(tenant, callback.Id) ?? callback));
    }

    /// <summary>Whom the caller may act for; null for anybody.</summary>
    private static string? OwnAgent(HttpContext context) => context.User.May(Permission.CallbacksWrite) ? null : context.User.AgentKey();
}
