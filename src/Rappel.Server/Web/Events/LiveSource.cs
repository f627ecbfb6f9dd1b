namespace Rappel.Server.Web.Events;

/// <summary>A list of the live state, told by what changed in it.</summary>
/// <param name="read">The items now, in order of their keys; null where nothing is known yet.</param>
internal sealed class LiveSource<T>(EventTopic topic, EventJson json, Func<EventBeat, IEnumerable<(string Key, T Body)>?> read) : IEventSource
{
    private const string Removed = "removed";

    /// <summary>As written: two that are written alike are alike, whatever the types think of equality.</summary>
    private Dictionary<string, byte[]>? _told;

    private Instant? _at;

    public EventTopic Topic => topic;

    public bool IsOfRows => false;

    public IEnumerable<EventChange> Step(EventBeat beat)
    {
        if (read(beat) is not { } items)
        {
            return [];
        }

        var before = _told;
        var now = new Dictionary<string, byte[]>(before?.Count ?? 0, StringComparer.Ordinal);
        var changed = new List<byte[]>();
        foreach (var (key, body) in items)
        {
            var written = json.Write(body);
            if (before?.TryGetValue(key, out var known) == true && known.AsSpan().SequenceEqual(written))
            {
                now[key] = known;
                continue;
            }

            now[key] = written;
            changed.Add(written);
        }

        (_told, _at) = (now, beat.Live?.At);
        List<string> gone = before is null ? [] : [.. before.Keys.Where(k => !now.ContainsKey(k))];
        return before is null || (changed.Count == 0 && gone.Count == 0) ? [] : [new(null, EventJson.List(full: false, _at, changed, Removed, gone))];
    }

    public byte[]? Full(string? agent) => _told is null ? null : EventJson.List(full: true, _at, _told.Values, Removed, []);
}
