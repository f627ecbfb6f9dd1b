namespace Rappel.Server.Web.Events;

/// <summary>Where the events of one topic come from. Used by the feed alone, a beat at a time.</summary>
internal interface IEventSource
{
    EventTopic Topic { get; }

    /// <summary>Whether its events are changes of rows, told from when one begins to listen: those missed meanwhile can be told later.</summary>
    bool IsOfRows { get; }

    /// <summary>Looks at what is now, and gives what is told to those who know how it was at the beat before.</summary>
    IEnumerable<EventChange> Step(EventBeat beat);

    /// <summary>What is told to one who knows nothing; null where nothing can be told yet. After <see cref="Step"/> of the same beat.</summary>
    /// <param name="agent">Whose work the listener listens to.</param>
    byte[]? Full(string? agent);
}

/// <param name="Subject">Of work: the agent whose it is.</param>
internal readonly record struct EventChange(string? Subject, byte[] Json);
