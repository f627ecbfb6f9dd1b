namespace Rappel.Server.Web.Events;

/// <summary>One value, told whole where it changed.</summary>
/// <param name="read">Null where nothing is known yet.</param>
internal sealed class ValueSource<T>(EventTopic topic, EventJson json, Func<EventBeat, T?> read) : IEventSource where T : class
{
    private byte[]? _told;

    public EventTopic Topic => topic;

    public bool IsOfRows => false;

    public IEnumerable<EventChange> Step(EventBeat beat)
    {
        if (read(beat) is not { } value)
        {
            return [];
        }

        var (before, now) = (_told, json.Write(value));
        _told = now;
        return before is null || now.AsSpan().SequenceEqual(before) ? [] : [new(null, now)];
    }

    public byte[]? Full(string? agent) => _told;
}
