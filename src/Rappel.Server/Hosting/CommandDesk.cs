using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Rappel.Engine;

namespace Rappel.Server.Hosting;

/// <summary>Passes commands of people and programs to the engine and its answers back.</summary>
public sealed class CommandDesk(EngineInbox inbox, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<CommandAnswer>> open = new();
    private long lastTicket;

    /// <summary>Answers <c>busy</c> where too many are open, <c>timed-out</c> where none came in time (the store may be failing).</summary>
    public async Task<CommandAnswer> Ask(EngineCommand command, CancellationToken cancelled)
    {
        if (open.Count >= HostLimits.CommandsAtOnce)
        {
            return new CommandAnswer("busy", new("too many commands are waiting for an answer", "trop de commandes attendent une réponse"), null);
        }

        var ticket = Interlocked.Increment(ref lastTicket);
        var answer = new TaskCompletionSource<CommandAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        open[ticket] = answer;
        try
        {
            inbox.Post(new EngineInput.Commanded(ticket, command));
            return await answer.Task.WaitAsync(HostLimits.CommandTime, time, cancelled);
        }
        catch (TimeoutException)
        {
            return new CommandAnswer("timed-out", new("no answer in time; it may still be done", "pas de réponse à temps; cela peut encore se faire"), null);
        }
        finally
        {
            open.TryRemove(ticket, out _);
        }
    }

    /// <summary>On the engine's thread. An answer nobody waits for any more is dropped.</summary>
    public void Answer(long ticket, CommandAnswer answer)
    {
        if (open.TryRemove(ticket, out var waiting))
        {
            waiting.SetResult(answer);
        }
    }
}
