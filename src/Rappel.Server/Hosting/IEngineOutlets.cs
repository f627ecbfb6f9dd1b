using Rappel.Engine;
using Rappel.Engine.Journal;

namespace Rappel.Server.Hosting;

/// <summary>Where the engine's outputs go. Called on the engine's thread: none of these may block.</summary>
public interface IEngineOutlets
{
    void Send(EngineOutput.SendSip message);

    void Order(MediaOrder order);

    void Commit(Batch batch);

    void Publish(LiveView view);

    void Answer(long ticket, CommandAnswer answer);

    void Log(EngineOutput.Log line);

    void Ask(EngineOutput.AskWeb ask);

    void Forget(EngineOutput.ForgetWeb forget);

    void Drained();
}
