using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Numbers;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Customers;

/// <summary>One's own request, for whoever has its link: no sign-in, and nothing of anybody else's.</summary>
internal static class PublicRequestEndpoints
{
    /// <summary>For journals and the audit log.</summary>
    public const string Who = "customer";

    private const string Why = "by the customer's link";
    private const string Signed = "The last part of the link's address.";

    public static void Map(IEndpointRouteBuilder open)
    {
        var requests = open.MapGroup("/api/v1/public/requests/{signed}").WithTags("Customers").AllowAnonymous().Fails(404, 410, 429);
        requests.MapGet("/", Show).WithSummary("One's own callback request, by its link").Produces<PublicRequestBody>();
        requests.MapPut("/", ChangeAsync)
            .WithSummary("Change one's own callback request, by its link")
            .WithDescription("To a window (`from`, `until`), to as soon as possible, or to another number; not while being called.")
            .Accepts<ChangePublicRequestBody>("application/json").Produces<PublicRequestBody>().Fails(400, 409, 422, 503);
        requests.MapPost("/number", CheckNumberAsync)
            .WithSummary("See what would be dialled, before the number is changed").Accepts<CheckNumberBody>("application/json").Produces<CheckedNumberBody>()
            .Fails(400, 409, 422);
        requests.MapDelete("/", CancelAsync).WithSummary("Cancel one's own callback request, by its link").Produces<PublicRequestBody>().Fails(409, 503);
    }

    private static IResult Show([Description(Signed)] string signed, HttpContext context, IEnginePort engine, IStore store)
    {
        var (request, refusal) = Find(signed, context, engine, store, changes: false);
        return request is null ? refusal! : Tell(context, engine, store, request);
    }

    private static async Task<IResult> ChangeAsync([Description(Signed)] string signed, HttpContext context, IEnginePort engine, IStore store)
    {
        var (request, refusal) = Find(signed, context, engine, store, changes: true);
        if (request is null)
        {
            return refusal!;
        }

        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var command = PublicChangeReading.Read(fields, request, Now(context), Who, Why);
        return command is null ? ProblemResults.Fields(fields.Problems) : await DoAsync(context, engine, store, request, "change", command);
    }

    private static Task<IResult> CancelAsync([Description(Signed)] string signed, HttpContext context, IEnginePort engine, IStore store)
    {
        var (request, refusal) = Find(signed, context, engine, store, changes: true);
        return request is null
            ? Task.FromResult(refusal!)
            : DoAsync(context, engine, store, request, "cancel", new EngineCommand.CancelCallback(request.Id, Who, Why));
    }

    private static async Task<IResult> CheckNumberAsync([Description(Signed)] string signed, HttpContext context, IEnginePort engine, IStore store)
    {
        var (request, refusal) = Find(signed, context, engine, store, changes: true);
        if (request is null)
        {
            return refusal!;
        }

        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var number = fields.Text("number", ApiLimits.MaximumNumber, required: true);
        fields.RefuseUnknown();
        return fields.Problems.Count > 0 ? ProblemResults.Fields(fields.Problems) : Checked(context, engine.Configuration, request.Terms.DialPlan, number!);
    }

    private static IResult Checked(HttpContext context, ConfigurationSnapshot configuration, string plan, string number)
    {
        var verdict = configuration.DialPlans.TryGetValue(plan, out var known) ? DialPlan.Dial(known, number, DialContext.Of(configuration)) : null;
        return verdict is DialVerdict.Dial dial
            ? TypedResults.Ok(new CheckedNumberBody(dial.Number.Value))
            : ProblemResults.Refused(
                new CommandAnswer("refused-number", (verdict as DialVerdict.Refuse)?.Reason, null), RequestLanguage.Of(context));
    }

    private static Task<IResult> DoAsync(
        HttpContext context, IEnginePort engine, IStore store, CallbackRequest before, string action, EngineCommand command) =>
        engine.ThenAsync(command, context, answer =>
        {
            var after = answer.Callback ?? store.GetCallback(before.Tenant, before.Id) ?? before;
            var (was, now) = AuditNodes.Changes(before, after);
            context.RequestServices.GetRequiredService<IAuditTrail>().Record(Who, action, Subjects.Callback(after.Id.ToString()), was, now);
            return Tell(context, engine, store, after);
        });

    private static Ok<PublicRequestBody> Tell(HttpContext context, IEnginePort engine, IStore store, CallbackRequest request) =>
        TypedResults.Ok(PublicView.Of(request, engine.Configuration, store, Now(context)));

    private static (CallbackRequest?, IResult?) Find(string signed, HttpContext context, IEnginePort engine, IStore store, bool changes)
    {
        var services = context.RequestServices;
        var throttle = services.GetRequiredService<CallerThrottle>();
        if (throttle.Take(($"looks {Origin.Of(context)}", CallerLimits.LooksPerAddress)) is { } busy)
        {
            return (null, TooOften.Of(context, busy));
        }

        if (!services.GetRequiredService<LinkSigner>().TryRead(signed, out var id, out var isOver))
        {
            return (null, ProblemResults.Of(404, "bad-link", "This link is not one of ours", "Part of it may be missing."));
        }

        if (isOver)
        {
            return (null, ProblemResults.Of(410, "link-over", "This link is no longer good", null));
        }

        if (changes && throttle.Take(($"link {id}", CallerLimits.ChangesPerLink)) is { } wait)
        {
            return (null, TooOften.Of(context, wait));
        }

        return store.GetCallback(engine.Configuration.Tenant, id) is { } request
            ? (request, null)
            : (null, ProblemResults.Of(404, "bad-link", "This link is not one of ours", "There is no such request."));
    }

    private static Instant Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
