using Rappel.Engine.Journal;
using Rappel.Server.Alerts;
using Rappel.Server.Web.Bodies;
using Rappel.Server.Web.Endpoints;
using Rappel.Server.Web.Reports;
using Rappel.Storage;

namespace Rappel.Server.Web.Events;

/// <summary>Every topic and what its events say: the same bodies that are read by asking.</summary>
internal sealed class EventSources(EventJson json, IEnginePort engine, IStore store, IHealthPort health, AlertDesk alerts, DayFigures figures, TimeProvider time)
{
    public IReadOnlyList<IEventSource> All { get; } =
    [
        new StatusSource(json, beat => HealthEndpoints.Status(engine, health, time, beat.Live)),
        new ValueSource<AlertsBody>(EventTopic.Alerts, json, _ => AlertEndpoint.Body(alerts)),
        new ValueSource<FiguresBody>(EventTopic.Figures, json, beat => beat.Live is { } live ? figures.Of(live) : null),
        new LiveSource<QueueBody>(EventTopic.Queues, json, beat => beat.Live?.Queues.Select(q => (q.Queue, QueueEndpoints.Body(q)))),
        new LiveSource<AgentBody>(
            EventTopic.Agents, json, beat => beat.Live is { } live ? AgentEndpoints.Bodies(beat.Configuration, live).Select(a => (a.Agent, a)) : null),
        new RowSource<CallbackBody>(EventTopic.Callbacks, json, row => row is StoreRow.OfCallback(var callback)
            ? new(callback.Id.ToString(), CallbackBody.Of(callback), callback.IsFinal)
            : null),
        new RowSource<InteractionBody>(EventTopic.Interactions, json, row => row is StoreRow.OfInteraction(var interaction)
            ? new(interaction.Id.ToString(), InteractionBody.Of(interaction), interaction.EndedAt is not null)
            : null),
        new WorkSource(json, (agent, now, at) => AgentWorkEndpoint.Read(agent, now, at, engine, store)),
    ];
}
