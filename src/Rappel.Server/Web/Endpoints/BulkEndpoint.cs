using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>One action on many callback requests. Each is done or refused by itself, and has its own line in the journal and the audit log.</summary>
internal static class BulkEndpoint
{
    /// <summary>So many are asked for at once: each waits for the disk, and they share its flushes.</summary>
    private const int Together = 25;

    private static readonly Said Unknown = new("there is no such request", "cette demande n'existe pas");

    private static readonly Dictionary<string, Func<FieldReader, HandlingReading.Asked, EngineCommand?>> Actions = new(StringComparer.Ordinal)
    {
        ["cancel"] = (fields, asked) => new EngineCommand.CancelCallback(asked.Id, asked.Who, HandlingReading.Reason(fields, "why")),
        ["retry"] = (fields, asked) => new CallbackCommand.RetryNow(asked.Id, asked.Who, HandlingReading.Reason(fields, "why")),
        ["hold"] = (fields, asked) => new CallbackCommand.Hold(asked.Id, asked.Who, HandlingReading.Reason(fields, "why")),
        ["release"] = (fields, asked) => new CallbackCommand.Release(asked.Id, asked.Who, HandlingReading.Reason(fields, "why")),
        ["assign"] = (fields, asked) => new CallbackCommand.Assign(
            asked.Id, HandlingReading.Agent(fields, "agent", asked.Configuration, required: false), asked.Who, HandlingReading.Reason(fields, "why")),
        ["transfer"] = (fields, asked) => new CallbackCommand.Transfer(
            asked.Id, HandlingReading.Queue(fields, asked.Configuration) ?? "", asked.Who, HandlingReading.Reason(fields, "why")),
        ["reschedule"] = (fields, asked) => WindowReading.Read(fields, asked.Now, required: true) is { } window
            ? new CallbackCommand.Reschedule(asked.Id, window, asked.Who, HandlingReading.Reason(fields, "why"))
            : null,
        ["move"] = (fields, asked) => new CallbackCommand.Move(asked.Id, To(fields), asked.Who, HandlingReading.Reason(fields, "why")),
    };

    public static void Map(RouteGroupBuilder callbacks) => callbacks.MapPost("/bulk", ActAsync)
        .WithSummary("One action on many callback requests")
        .WithDescription("Each is done or refused by itself, as if it had been asked for alone; at most 500. `move` keeps them in the order of `ids`.")
        .Accepts<BulkCallbacksBody>("application/json").Produces<BulkDoneBody>().Fails(400, 422, 503).Needs(Permission.CallbacksWrite);

    private static async Task<IResult> ActAsync(HttpContext context, IStore store, IEnginePort engine)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var ids = Ids(fields);
        var action = fields.Text("action", ApiLimits.MaximumKey, required: true);
        if (action is null || !Actions.TryGetValue(action, out var read))
        {
            if (action is not null)
            {
                fields.Wrong("action", $"is '{action}'", string.Join(", ", Actions.Keys));
            }

            return ProblemResults.Fields(fields.Problems);
        }

        // Read once: what is wrong with it is wrong for all of them.
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var model = read(fields, new HandlingReading.Asked(default, engine.Configuration, Access.Who(context), now, null));
        fields.RefuseUnknown();
        if (fields.Problems.Count > 0 || model is null)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var tenant = engine.Configuration.Tenant;
        var commands = ids.Select(id => (Id: id, Before: store.GetCallback(tenant, new CallbackId(id)), Command: About(model, new CallbackId(id)))).ToList();
        var done = new Dictionary<long, CommandAnswer>();
        foreach (var part in InOrder(commands, model).Chunk(model is CallbackCommand.Move ? 1 : Together))
        {
            var known = part.Where(p => p.Before is not null).ToList();
            foreach (var (asked, answer) in known.Zip(await Task.WhenAll(known.Select(p => AskAsync(engine, p.Command, context)))))
            {
                done[asked.Id] = answer;
            }
        }

        return Told(context, action, commands, done);
    }

    private static Ok<BulkDoneBody> Told(
        HttpContext context, string action, List<(long Id, CallbackRequest? Before, EngineCommand Command)> commands, Dictionary<long, CommandAnswer> answers)
    {
        var (done, refused, language) = (new List<string>(), new List<BulkRefusalBody>(), RequestLanguage.Of(context));
        foreach (var (number, before, _) in commands)
        {
            var id = $"{CallbackEndpoints.Prefix}{number}";
            if (before is null)
            {
                refused.Add(new(id, "unknown-callback", Unknown.In(language)));
            }
            else if (answers[number] is { Error: { } error } answer)
            {
                refused.Add(new(id, error, answer.Detail?.In(language)));
            }
            else
            {
                done.Add(id);
                var (was, now) = AuditNodes.Changes(before, answers[number].Callback ?? before);
                context.Audit(action, Subjects.Callback(id), was, now);
            }
        }

        return TypedResults.Ok(new BulkDoneBody(done, refused));
    }

    private static async Task<CommandAnswer> AskAsync(IEnginePort engine, EngineCommand command, HttpContext context)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        time.CancelAfter(context.RequestServices.GetRequiredService<RappelApiOptions>().CommandTimeout);
        try
        {
            return await engine.AskAsync(command, time.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return new CommandAnswer("timed-out", new("no answer in time; it may still be done", "pas de réponse à temps; cela peut encore se faire"), null);
        }
    }

    /// <summary>Each that is put first goes ahead of the one before it: so the last goes first.</summary>
    private static IEnumerable<T> InOrder<T>(IReadOnlyList<T> commands, EngineCommand model) =>
        model is CallbackCommand.Move { To: CallbackMove.First } ? commands.Reverse() : commands;

    private static EngineCommand About(EngineCommand model, CallbackId id) => model switch
    {
        EngineCommand.CancelCallback cancel => cancel with { Callback = id },
        CallbackCommand command => command with { Callback = id },
        _ => model,
    };

    private static CallbackMove To(FieldReader fields)
    {
        var to = fields.Text("to", ApiLimits.MaximumKey, required: true);
        if (to is not (null or "first" or "last"))
        {
            fields.Wrong("to", $"is '{to}'", "first, last");
        }

        return to == "last" ? new CallbackMove.Last() : new CallbackMove.First();
    }

    private static List<long> Ids(FieldReader fields)
    {
        var texts = fields.ShortTexts("ids", ApiLimits.BulkCallbacks, ApiLimits.MaximumKey);
        var ids = new List<long>();
        if (texts.IsDefaultOrEmpty)
        {
            fields.Wrong("ids", "is required", $"1 to {ApiLimits.BulkCallbacks} ids such as cb-12");
            return ids;
        }

        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            if (QueryReader.TryId(text, CallbackEndpoints.Prefix, out var id))
            {
                ids.Add(id);
            }
            else
            {
                fields.Wrong("ids", $"has '{text}'", "ids such as cb-12");
            }
        }

        return ids;
    }
}
