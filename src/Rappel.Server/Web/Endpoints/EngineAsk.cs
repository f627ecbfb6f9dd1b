using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rappel.Engine;
using Rappel.Server.Web.Problems;

namespace Rappel.Server.Web.Endpoints;

internal static class EngineAsk
{
    /// <summary>Asks and gives the answer, or the problem to tell instead.</summary>
    public static Task<IResult> ThenAsync(this IEnginePort engine, EngineCommand command, HttpContext context, Func<CommandAnswer, IResult> done) =>
        engine.ThenAsync(command, context, answer => Task.FromResult(done(answer)));

    /// <inheritdoc cref="ThenAsync(IEnginePort, EngineCommand, HttpContext, Func{CommandAnswer, IResult})"/>
    public static async Task<IResult> ThenAsync(
        this IEnginePort engine, EngineCommand command, HttpContext context, Func<CommandAnswer, Task<IResult>> done)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        time.CancelAfter(context.RequestServices.GetRequiredService<RappelApiOptions>().CommandTimeout);
        try
        {
            var answer = await engine.AskAsync(command, time.Token);
            return answer.Error is null ? await done(answer) : ProblemResults.Refused(answer, RequestLanguage.Of(context));
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return ProblemResults.NoAnswer();
        }
    }
}
