using Rappel.Server.Web.Bodies;

namespace Rappel.Server.Web.Events;

/// <summary>The installation. Calls come and go with every beat: they are told with whatever else changes.</summary>
internal sealed class StatusSource(EventJson json, Func<EventBeat, StatusBody> read) : IEventSource
{
    private StatusBody? _now;

    public EventTopic Topic => EventTopic.Status;

    public bool IsOfRows => false;

    public IEnumerable<EventChange> Step(EventBeat beat)
    {
        var before = _now;
        _now = read(beat);
        return before is null || _now == before with { At = _now.At, Calls = _now.Calls } ? [] : [new(null, json.Write(_now))];
    }

    public byte[]? Full(string? agent) => _now is null ? null : json.Write(_now);
}
