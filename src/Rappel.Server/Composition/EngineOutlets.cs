using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Sip;
using Rappel.Server.Net.Web;
using Rappel.Server.Telemetry;

namespace Rappel.Server.Composition;

/// <summary>Passes the engine's outputs to the sockets, the media, the store, the readers and the log.</summary>
public sealed class EngineOutlets(SipSockets sip, Action<MediaOrder> media, CommitLoop commits, LiveDesk live, CommandDesk desk, WebDesk web, Alarms alarms, ILogger logger)
    : IEngineOutlets
{
    private readonly LogValve valve = new(TimeProvider.System);
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the engine has no call left.</summary>
    public Task AllCallsEnded => drained.Task;

    public void Send(EngineOutput.SendSip message) => sip.Send(message.Flow, message.Message);

    public void Order(MediaOrder order) => media(order);

    public void Commit(Batch batch) => commits.Post(batch);

    public void Publish(LiveView view) => live.Publish(view);

    public void Answer(long ticket, CommandAnswer answer) => desk.Answer(ticket, answer);

    // What a peer can bring about as often as it likes is noted; faults are told each time.
    public void Log(EngineOutput.Log line)
    {
        var held = 0;
        if (line.Level == Engine.LogLevel.Error || line.Kind == "watchdog-ended")
        {
            alarms.Raise(line.Kind);
        }

        if (line.Level != Engine.LogLevel.Error && !valve.Admits(line.Kind, out held))
        {
            return;
        }

        var level = line.Level switch
        {
            Engine.LogLevel.Debug => Microsoft.Extensions.Logging.LogLevel.Debug,
            Engine.LogLevel.Note => Microsoft.Extensions.Logging.LogLevel.Information,
            Engine.LogLevel.Warning => Microsoft.Extensions.Logging.LogLevel.Warning,
            _ => Microsoft.Extensions.Logging.LogLevel.Error,
        };
        var kind = new EventId(0, line.Kind);
        if (held > 0)
        {
            logger.Log(level, kind, "{Held} more of these were not written, to keep the log short", held);
        }

        logger.Log(level, kind, "{Text}", line.Text);
    }

    public void Ask(EngineOutput.AskWeb ask) => web.Ask(ask);

    public void Forget(EngineOutput.ForgetWeb forget) => web.Forget(forget.Question);

    public void Drained() => drained.TrySetResult();
}
