using Rappel.Engine.Journal;

namespace Rappel.Server.Web.Events;

/// <summary>Rows that were changed, told once they are on disk. What there is, is read by asking: it may be a million rows.</summary>
/// <param name="pick">The body of a row of this topic and whether it is over; null for any other row.</param>
internal sealed class RowSource<T>(EventTopic topic, EventJson json, Func<StoreRow, ChangedRow<T>?> pick) : IEventSource
{
    private const string Gone = "gone";
    private static readonly byte[] ReadAgain = EventJson.List(full: true, at: null, [], Gone, []);

    public EventTopic Topic => topic;

    public bool IsOfRows => true;

    public IEnumerable<EventChange> Step(EventBeat beat)
    {
        if (beat.RowsLost)
        {
            return [new(null, ReadAgain)];
        }

        var changed = new Dictionary<string, ChangedRow<T>>(StringComparer.Ordinal);
        foreach (var row in beat.Rows)
        {
            if (pick(row) is { } picked)
            {
                changed[picked.Id] = picked;
            }
        }

        return changed.Count switch
        {
            0 => [],
            > EventLimits.RowsInAnEvent => [new(null, ReadAgain)],
            _ => [new(null, EventJson.List(
                full: false, at: null, changed.Values.Select(c => json.Write(c.Body)), Gone, changed.Values.Where(c => c.IsOver).Select(c => c.Id)))],
        };
    }

    public byte[] Full(string? agent) => ReadAgain;
}

/// <param name="IsOver">It is no longer among those that wait or go on.</param>
internal sealed record ChangedRow<T>(string Id, T Body, bool IsOver);
