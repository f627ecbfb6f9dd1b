using Rappel.Core.Calls;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Bodies;

namespace Rappel.Server.Web.Events;

/// <summary>
/// What agents are offered or busy with: read anew where the live state of the agent or a row that belongs to it changed, and only of agents
/// to whom somebody listens.
/// </summary>
internal sealed class WorkSource(EventJson json, Func<string, LiveAgent?, Instant, AgentWorkBody?> read) : IEventSource
{
    private sealed record Told(LiveAgent? Live, long Configuration, byte[] Json);

    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);

    public EventTopic Topic => EventTopic.Work;

    public bool IsOfRows => false;

    public IEnumerable<EventChange> Step(EventBeat beat)
    {
        if (beat.Live is not { } live)
        {
            return [];
        }

        foreach (var agent in _told.Keys.Where(a => !beat.Agents.Contains(a)).ToList())
        {
            _told.Remove(agent);
        }

        var touched = beat.RowsLost ? beat.Agents : Touched(beat.Rows);
        var now = live.Agents.Where(a => beat.Agents.Contains(a.Agent)).ToDictionary(a => a.Agent, StringComparer.Ordinal);
        var changes = new List<EventChange>();
        foreach (var agent in beat.Agents)
        {
            if (Look(agent, now.GetValueOrDefault(agent), live, touched) is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    public byte[]? Full(string? agent) => agent is null ? null : _told.GetValueOrDefault(agent)?.Json;

    private EventChange? Look(string agent, LiveAgent? now, LiveView live, IReadOnlySet<string> touched)
    {
        var before = _told.GetValueOrDefault(agent);
        var isSame = before is not null && before.Configuration == live.ConfigurationVersion && Equals(before.Live, now);
        if (isSame && !touched.Contains(agent) && !(now is not null && Subjects(now).Any(touched.Contains)))
        {
            return null;
        }

        if (read(agent, now, live.At) is not { } body)
        {
            _told.Remove(agent);
            return null;
        }

        var written = json.Write(body);
        _told[agent] = new Told(now, live.ConfigurationVersion, written);
        return before is null || written.AsSpan().SequenceEqual(before.Json) ? null : new EventChange(agent, written);
    }

    /// <summary>Callbacks and interactions that the agent has to do with.</summary>
    private static IEnumerable<string> Subjects(LiveAgent agent)
    {
        string?[] subjects =
        [
            agent.Work, agent.Desk.Call?.Interaction.ToString(), agent.Desk.Call?.Callback?.ToString(), agent.Desk.WrapUp?.Interaction?.ToString(),
            agent.Desk.WrapUp?.Callback?.ToString(),
        ];
        return subjects.OfType<string>();
    }

    /// <summary>Agents, callbacks and interactions that rows are about.</summary>
    private static HashSet<string> Touched(IReadOnlyList<StoreRow> rows)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (id, agent) = row switch
            {
                StoreRow.OfCallback(var callback) => (callback.Id.ToString(), callback.Agent),
                StoreRow.OfAttempt(_, var attempt) => (attempt.Callback.ToString(), attempt.Agent),
                StoreRow.OfInteraction(var interaction) => (interaction.Id.ToString(), interaction.Agent),
                _ => (null, null),
            };
            Add(touched, id);
            Add(touched, agent);
        }

        return touched;
    }

    private static void Add(HashSet<string> touched, string? word)
    {
        if (word is not null)
        {
            touched.Add(word);
        }
    }
}
