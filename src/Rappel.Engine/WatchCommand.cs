namespace Rappel.Engine;

/// <summary>What supervisors ask for who listen to an agent's call.</summary>
public abstract record WatchCommand(string Who) : EngineCommand
{
    /// <summary>Rings a phone, from which the call is then heard until it or the watch ends. The answer carries the watch's id.</summary>
    /// <param name="Agent">Key of the agent whose call it is.</param>
    /// <param name="Phone">User the phone is registered as: an agent's key, or <c>user-</c> and a name.</param>
    public sealed record Begin(string Agent, WatchMode Mode, string Phone, string Who) : WatchCommand(Who);

    public sealed record Change(long Watch, WatchMode Mode, string Who) : WatchCommand(Who);

    public sealed record End(long Watch, string Who) : WatchCommand(Who);
}
