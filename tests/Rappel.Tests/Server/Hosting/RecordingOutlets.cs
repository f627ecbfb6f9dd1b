using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

internal sealed class RecordingOutlets : IEngineOutlets
{
    public List<object> Given { get; } = [];

    public void Send(EngineOutput.SendSip message) => Given.Add(message);

    public void Order(MediaOrder order) => Given.Add(order);

    public void Commit(Batch batch) => Given.Add(batch);

    public void Publish(LiveView view) => Given.Add(view);

    public void Answer(long ticket, CommandAnswer answer) => Given.Add(answer);

    public void Log(EngineOutput.Log line) => Given.Add(line);

    public void Ask(EngineOutput.AskWeb ask) => Given.Add(ask);

    public void Forget(EngineOutput.ForgetWeb forget) => Given.Add(forget);

    public void Drained() => Given.Add("drained");
}
