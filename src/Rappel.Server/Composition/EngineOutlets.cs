using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Hosting;
using Rappel.Server.Net.Sip;

namespace Rappel.Server.Composition;

/// <summary>Passes the engine's outputs to the sockets, the media, the store, the readers and the log.</summary>
public sealed class EngineOutlets(SipSockets sip, Action<MediaOrder> media, CommitLoop commits, ServerState state, CommandDesk desk, ILogger logger)
    : IEngineOutlets
{
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the engine has no call left.</summary>
    public Task AllCallsEnded => drained.Task;

    public void Send(EngineOutput.SendSip message) => sip.Send(message.Flow, message.Message);

    public void Order(MediaOrder order) => media(order);

    public void Commit(Batch batch) => commits.Post(batch);

    public void Publish(LiveView view) => state.Live = view;

    public void Answer(long ticket, CommandAnswer answer) => desk.Answer(ticket, answer);

    public void Log(EngineOutput.Log line) => logger.Log(
        line.Level switch
        {
            Engine.LogLevel.Debug => Microsoft.Extensions.Logging.LogLevel.Debug,
            Engine.LogLevel.Note => Microsoft.Extensions.Logging.LogLevel.Information,
            Engine.LogLevel.Warning => Microsoft.Extensions.Logging.LogLevel.Warning,
            _ => Microsoft.Extensions.Logging.LogLevel.Error,
        },
        new EventId(0, line.Kind), "{Text}", line.Text);

    public void Drained() => drained.TrySetResult();
}
