using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Customers;

/// <summary>What the widget on somebody's page shows and asks for.</summary>
internal static class PublicWidgetEndpoints
{
    private const string Key = "Key of a widget in force.";

    public static void Map(IEndpointRouteBuilder open)
    {
        var widgets = open.MapGroup("/api/v1/public/widgets/{widget}").WithTags("Customers").AllowAnonymous().Fails(403, 404, 429);
        widgets.MapGet("/", ShowAsync).WithSummary("What a widget shows: expected wait, hours, windows").Produces<PublicWidgetBody>();
        widgets.MapMethods("/", ["OPTIONS"], Ask).WithSummary("What a browser asks before a page of another server asks for a callback")
            .Produces(StatusCodes.Status204NoContent);
        widgets.MapPost("/", MakeAsync)
            .WithSummary("Ask for a callback by a widget")
            .WithDescription("Only from pages of the widget's `origins`. The answer's `link` is where the customer sees, changes and cancels it.")
            .Accepts<AskWidgetBody>("application/json").Produces<AskedWidgetBody>(StatusCodes.Status201Created).Fails(400, 409, 422, 503);
    }

    private static async Task<IResult> ShowAsync([Description(Key)] string widget, HttpContext context, IEnginePort engine)
    {
        var (found, refusal) = Find(widget, context, engine, mustSay: false);
        if (found is null)
        {
            return refusal!;
        }

        if (context.RequestServices.GetRequiredService<CallerThrottle>().Take(($"looks {Origin.Of(context)}", CallerLimits.LooksPerAddress)) is { } wait)
        {
            return TooOften.Of(context, wait);
        }

        var hours = PublicHours.Of(engine.Configuration, found.Terms.Queue, null, Now(context));
        return TypedResults.Ok(new PublicWidgetBody(
            engine.Configuration.Name, found.Languages, found.Color, hours.Open, hours.OpensAt?.UtcDateTime, hours.ClosesAt?.UtcDateTime,
            await ExpectedWaitAsync(found, context, engine), hours.TimeZone, hours.Windows));
    }

    private static IResult Ask(string widget, HttpContext context, IEnginePort engine)
    {
        var (found, refusal) = Find(widget, context, engine, mustSay: true);
        return found is null ? refusal! : TypedResults.NoContent();
    }

    private static async Task<IResult> MakeAsync([Description(Key)] string widget, HttpContext context, IEnginePort engine, IStore store)
    {
        var (found, refusal) = Find(widget, context, engine, mustSay: true);
        if (found is null)
        {
            return refusal!;
        }

        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var told = await ExpectedWaitAsync(found, context, engine);
        var command = Read(fields, found, engine.Configuration, told, Now(context));
        if (command is null)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        if (fields.Has("website") && !fields.IsEmpty("website"))
        {
            return ProblemResults.Of(403, "looks-automatic", "This does not look like a person", "Leave the field that people do not see empty.");
        }

        return CallbackCounting.Take(
            context, command, engine.Configuration, ($"address {Origin.Of(context)}", CallerLimits.PerAddress)) is { } wait
            ? TooOften.Of(context, wait)
            : await engine.ThenAsync(command, context, answer => Made(context, engine, store, answer));
    }

    private static IResult Made(HttpContext context, IEnginePort engine, IStore store, CommandAnswer answer)
    {
        if (answer.Callback is not { } made)
        {
            return TypedResults.StatusCode(StatusCodes.Status201Created);
        }

        context.RequestServices.GetRequiredService<IAuditTrail>().Record(
            PublicRequestEndpoints.Who, "created", Subjects.Callback(made.Id.ToString()), null, AuditNodes.Of(made));
        var link = context.RequestServices.GetRequiredService<LinkSigner>().LinkTo(made);
        return TypedResults.Created(link, new AskedWidgetBody(link, PublicView.Of(made, engine.Configuration, store, Now(context))));
    }

    private static EngineCommand.CreateCallback? Read(FieldReader fields, WidgetSnapshot widget, ConfigurationSnapshot configuration, int? told, Instant now)
    {
        var number = fields.Text("number", ApiLimits.MaximumNumber, required: true);
        var name = fields.IsEmpty("name") ? null : fields.Text("name", ApiLimits.MaximumName);
        var window = WindowReading.Read(fields, now, required: false);
        var language = fields.Text("language", ApiLimits.MaximumKey);
        if (language is not null && !widget.Languages.Contains(language))
        {
            fields.Wrong("language", $"is '{language}'", string.Join(", ", widget.Languages));
        }

        if (window is not null && !PublicHours.Of(configuration, widget.Terms.Queue, null, now).Windows
            .Any(w => w.From == window.From.UtcDateTime && w.Until == window.Until.UtcDateTime))
        {
            fields.Wrong("from", "is not one of the windows offered", "one of the widget's windows");
        }

        _ = fields.Has("website");
        fields.RefuseUnknown();
        return fields.Problems.Count > 0
            ? null
            : new EngineCommand.CreateCallback(
                widget.Terms, number!, language ?? widget.Languages[0], name, System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, PublicRequestEndpoints.Who)
            {
                Origin = CallbackOrigin.Widget,
                Window = window,
                ToldWait = window is null ? told : null,
            };
    }

    private static (WidgetSnapshot?, IResult?) Find(string key, HttpContext context, IEnginePort engine, bool mustSay)
    {
        if (engine.Configuration.Widgets.GetValueOrDefault(key) is not { Enabled: true } widget)
        {
            return (null, ProblemResults.NotFound($"No widget in force has the key '{key}'."));
        }

        return WidgetOrigin.Allow(context, widget, mustSay)
            ? (widget, null)
            : (null, ProblemResults.Of(403, "origin-not-allowed", "This page may not use the widget", "Its origin is not among the widget's `origins`."));
    }

    private static async Task<int?> ExpectedWaitAsync(WidgetSnapshot widget, HttpContext context, IEnginePort engine) =>
        widget.InboundQueue is { } queue && await engine.LookAsync(context.RequestAborted) is { } live
            ? live.Queues.FirstOrDefault(q => q.Queue == queue)?.ExpectedWaitSeconds : null;

    private static Instant Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
