using System.IO;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Core.Callbacks;
using Rappel.Engine;
using Rappel.Server.Web.Auth;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Problems;
using Rappel.Storage;

namespace Rappel.Server.Web.Customers;

/// <summary>Asking for a callback by program: counted, once for each key, answered with the customer's link.</summary>
internal static class CreateCallback
{
    public const string KeyHeader = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    public static async Task<IResult> AnswerAsync(HttpContext context, IEnginePort engine, Idempotency keys)
    {
        var (fields, problem) = await JsonBody.ReadAsync(context);
        if (fields is null)
        {
            return problem!;
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var command = CreateCallbackReading.Read(fields, engine.Configuration, Access.Who(context), now);
        if (command is null)
        {
            return ProblemResults.Fields(fields.Problems);
        }

        var key = context.Request.Headers[KeyHeader].ToString();
        if (key.Length == 0)
        {
            return await MakeAsync(context, engine, command);
        }

        return key.Length > CallerLimits.KeyLength || key.Any(c => !char.IsAscii(c) || char.IsControl(c))
            ? ProblemResults.Of(400, "bad-idempotency-key", "The idempotency key is not one", $"It has 1 to {CallerLimits.KeyLength} printable ASCII characters.")
            : await OnceAsync(context, engine, keys, key, fields.Raw, command);
    }

    private static async Task<IResult> OnceAsync(
        HttpContext context, IEnginePort engine, Idempotency keys, string key, string asked, EngineCommand.CreateCallback command)
    {
        var source = Access.Who(context);
        var marked = command with { Mark = Idempotency.MarkOf(source, key) };
        var answer = await keys.OnceAsync(
            engine.Configuration.Tenant, source, key, Encoding.UTF8.GetBytes(asked),
            () => FoundAsync(context, engine, marked.Mark),
            async () => await WrittenAsync(context, await MakeAsync(context, engine, marked)), context.RequestAborted);
        if (answer is null)
        {
            return ProblemResults.Of(
                422, "idempotency-conflict", "This key was used for another request", $"Send another `{KeyHeader}`, or the same body as the first time.");
        }

        if (answer.IsRepeated)
        {
            context.Response.Headers[ReplayedHeader] = "true";
        }

        return TypedResults.Text(answer.Body, answer.Status < 400 ? "application/json" : ProblemResults.ContentType, Encoding.UTF8, answer.Status);
    }

    private static async Task<IResult> MakeAsync(HttpContext context, IEnginePort engine, EngineCommand.CreateCallback command)
    {
        var services = context.RequestServices;
        if (CallbackCounting.Take(context, command, engine.Configuration, ($"program {Access.Who(context)}", CallerLimits.PerProgram)) is { } wait)
        {
            return TooOften.Of(context, wait);
        }

        return await engine.ThenAsync(command, context, answer =>
        {
            if (answer.Callback is not { } made)
            {
                return TypedResults.StatusCode(StatusCodes.Status201Created);
            }

            services.GetRequiredService<IAuditTrail>().Record(Access.Who(context), "created", Subjects.Callback(made.Id.ToString()), null, AuditNodes.Of(made));
            return Made(context, made);
        });
    }

    private static Created<CallbackBody> Made(HttpContext context, CallbackRequest made) => TypedResults.Created(
        $"/api/v1/callbacks/{made.Id}", CallbackBody.Of(made) with { Link = context.RequestServices.GetRequiredService<LinkSigner>().LinkTo(made) });

    /// <summary>What was made under this key by a process that ended before it answered.</summary>
    private static async Task<MadeAnswer?> FoundAsync(HttpContext context, IEnginePort engine, string mark)
    {
        var store = context.RequestServices.GetRequiredService<IStore>();
        var tenant = engine.Configuration.Tenant;
        var noted = store.JournalOf(tenant, mark) is [.., var last] ? last.Detail : null;
        return noted is not null && CallbackEndpoints.Existing(noted, store, tenant) is { } made
            ? await WrittenAsync(context, Made(context, made))
            : null;
    }

    /// <summary>The answer as bytes, for others who wait for it and for later; headers go to this caller alone.</summary>
    private static async Task<MadeAnswer> WrittenAsync(HttpContext context, IResult result)
    {
        var response = context.Response;
        var body = response.Body;
        using var written = new MemoryStream();
        response.Body = written;
        try
        {
            await result.ExecuteAsync(context);
        }
        finally
        {
            response.Body = body;
        }

        var status = response.StatusCode;
        return new MadeAnswer(status, Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length), status is 201 or 409 or 422);
    }
}
