using Rappel.Engine;

namespace Rappel.Server.Web.Bodies;

/// <summary>Somebody who listens to an agent's call, or whose phone rings for that.</summary>
/// <param name="Id">For example <c>w-3</c>. Not kept: a restart ends every watch.</param>
/// <param name="Phone">User the watcher's phone is registered as.</param>
/// <param name="Who">The person who asked.</param>
/// <param name="Interaction">Record of the call; null where it has none.</param>
/// <param name="AnsweredAt">When the watcher's phone was answered; null while it rings.</param>
public sealed record WatchBody(
    string Id, string Agent, string AgentName, WatchMode Mode, string Phone, string Who, string? Interaction, DateTime Since, DateTime? AnsweredAt)
{
    public static WatchBody Of(LiveWatch watch) => new(
        $"w-{watch.Id}", watch.Agent, watch.AgentName, watch.Mode, watch.Phone, watch.Who, watch.Interaction?.ToString(), watch.Since.UtcDateTime,
        watch.AnsweredAt?.UtcDateTime);
}

public sealed record WatchesBody(IReadOnlyList<WatchBody> Items);

/// <param name="Id">For example <c>w-3</c>.</param>
public sealed record BegunWatchBody(string Id);

/// <param name="Mode"><c>listen</c>: heard by nobody; <c>whisper</c>: by the agent; <c>barge</c>: by both.</param>
/// <param name="Phone">Agent key of the phone to ring; the caller's own where it is left out.</param>
public sealed record WatchAgentBody(WatchMode Mode, string? Phone);

public sealed record ChangeWatchBody(WatchMode Mode);
