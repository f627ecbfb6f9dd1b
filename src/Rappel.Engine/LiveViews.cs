using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Engine.Desk;
using Rappel.Engine.Telephony;
using Rappel.Sip.Transports;

namespace Rappel.Engine;

/// <summary>Publishes the live view for those who look. It costs as much as there are agents and queues, so nothing is built for nobody.</summary>
internal sealed class LiveViews(EngineContext context)
{
    private readonly DeskReading _desk = new(context);
    private bool _wanted = true;

    /// <summary>At the end of this turn.</summary>
    public void Want() => _wanted = true;

    public void PublishIfWanted()
    {
        if (_wanted)
        {
            _wanted = false;
            context.Emit(new EngineOutput.Publish(Build()));
        }
    }

    private LiveView Build()
    {
        var configuration = context.Configuration;
        var rings = new Dictionary<string, AgentRing>(StringComparer.Ordinal);
        foreach (var ring in context.Rings.Values)
        {
            rings[ring.Agent.Key] = ring;
        }

        return new LiveView(
            context.Now,
            configuration.Version,
            context.Draining,
            context.Legs.Count,
            [.. context.Acd.ReadAgents().Select(agent => Agent(configuration, agent, rings))],
            [
                .. configuration.InboundQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal).Concat(context.RemovedQueues.Inbound).Select(Inbound),
                .. configuration.OutboundQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal).Concat(context.RemovedQueues.Outbound).Select(Outbound),
                .. configuration.VoicemailQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal).Concat(context.RemovedQueues.Voicemail).Select(Voicemail),
            ])
        {
            Watches = [.. context.Watches.Read()],
            Memberships = context.Memberships.All,
            InvariantsBroken = context.InvariantsBroken,
            WatchdogEnded = context.Watchdog.Ended,
        };
    }

    private LiveAgent Agent(ConfigurationSnapshot configuration, AgentReading agent, Dictionary<string, AgentRing> rings)
    {
        var ring = rings.GetValueOrDefault(agent.Agent);
        var name = configuration.Agents.GetValueOrDefault(agent.Agent)?.Name ?? agent.Agent;
        var work = ring is null ? null : ring.WorkId.Kind == WorkKind.Callback ? $"cb-{ring.WorkId.Value}" : $"i-{ring.Interaction.Value}";
        var phone = context.UserAgent.BindingsOf(agent.Agent) is [var newest, ..] ? newest : null;
        return new LiveAgent(agent.Agent, name, agent.Status, phone is not null, agent.Since, work, ring?.Queue, ring?.Number)
        {
            IsInBrowser = phone?.Flow.Transport == SipTransport.Ws,
            Code = context.StatusReasons.Of(agent.Agent, agent.Status),
            Desk = context.AfterCalls.Read(agent) is { } said ? _desk.Read(agent, ring) with { Said = said } : _desk.Read(agent, ring),
        };
    }

    /// <summary>A removed queue's schedule may be gone with it; it is served until it is empty.</summary>
    private bool IsOpen(string? schedule) =>
        schedule is null || !context.Configuration.Schedules.ContainsKey(schedule) || QueueReadings.IsOpen(context.Configuration, schedule, context.Now);

    private LiveQueue Inbound(InboundQueueSnapshot queue)
    {
        var line = context.Acd.ReadLine(WorkKind.LiveCall, queue.Key, 0);
        var expected = context.Acd.ExpectedWait(context.Now, WorkKind.LiveCall, queue.Key, context.Acd.NextPosition(WorkKind.LiveCall, queue.Key));
        var members = context.Acd.ReadMembers(WorkKind.LiveCall, queue.Key);
        return new LiveQueue(queue.Key, queue.Name, "inbound", queue.Priority, line.Waiting, 0, line.Offered, line.Oldest,
            (int?)expected?.TotalSeconds, members.LoggedIn, members.Free, IsOpen(queue.Schedule))
        {
            Goal = new ServiceLevelGoal(queue.ServiceLevelThreshold, queue.ServiceLevelTarget),
        };
    }

    private LiveQueue Outbound(OutboundQueueSnapshot queue)
    {
        var members = context.Acd.ReadMembers(WorkKind.Callback, queue.Key);
        var open = context.Book.OpenCount(queue.Key);
        var delayed = context.Book.DelayedCount(queue.Key);
        var inFlight = context.Book.InFlight(queue.Key);
        return new LiveQueue(queue.Key, queue.Name, "outbound", queue.Priority, open - delayed - inFlight, delayed, inFlight,
            context.Book.OldestPlace(queue.Key), null, members.LoggedIn, members.Free, IsOpen(queue.Schedule));
    }

    private LiveQueue Voicemail(VoicemailQueueSnapshot queue)
    {
        var line = context.Acd.ReadLine(WorkKind.Voicemail, queue.Key, 0);
        var members = context.Acd.ReadMembers(WorkKind.Voicemail, queue.Key);
        return new LiveQueue(queue.Key, queue.Name, "voicemail", queue.Priority, line.Waiting, 0, line.Offered, line.Oldest, null,
            members.LoggedIn, members.Free, true);
    }
}
