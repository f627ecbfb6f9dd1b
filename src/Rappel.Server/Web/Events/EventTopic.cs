namespace Rappel.Server.Web.Events;

/// <summary>What can be listened to.</summary>
internal enum EventTopic
{
    /// <summary>All queues now.</summary>
    Queues,

    /// <summary>All agents now.</summary>
    Agents,

    /// <summary>Callback requests that were changed.</summary>
    Callbacks,

    /// <summary>What one agent is offered or busy with.</summary>
    Work,

    /// <summary>Calls, callbacks and messages that were changed.</summary>
    Interactions,

    /// <summary>Alerts that are on.</summary>
    Alerts,

    /// <summary>The day's figures.</summary>
    Figures,

    /// <summary>The installation: version of the configuration, draining.</summary>
    Status,
}
