using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rappel.Server.Hosting;

namespace Rappel.Server.Web.Events;

/// <summary>
/// Tells those who listen what changed. While nobody does it costs nothing: the engine is not asked for views, and rows are let go. Only this
/// one loop offers events, so that each listener gets the full values first and every change after them.
/// </summary>
internal sealed class EventFeed : BackgroundService
{
    private readonly EventListeners _listeners;
    private readonly CommittedRows _rows;
    private readonly IEnginePort _engine;
    private readonly IReadOnlyList<IEventSource> _sources;
    private readonly TimeProvider _time;
    private readonly ILogger<EventFeed> _log;
    private readonly KeptEvents _kept = new();
    private readonly string _life;
    private long _serial;
    private long _checkedAt;
    private long _commentedAt;

    public EventFeed(EventListeners listeners, CommittedRows rows, IEnginePort engine, EventSources sources, TimeProvider time, ILogger<EventFeed> log)
    {
        (_listeners, _rows, _engine, _sources, _time, _log) = (listeners, rows, engine, sources.All, time, log);
        _life = time.GetUtcNow().UtcTicks.ToString("x", CultureInfo.InvariantCulture);
        _checkedAt = _commentedAt = time.GetTimestamp();
    }

    /// <summary>The place in the order that an event's id stands for; null for another life of the server, or for none.</summary>
    public long? SerialOf(string? id) =>
        id?.Split('-') is [var life, var serial] && life == _life && long.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;

    /// <summary>One beat: looks, compares, and offers what is new. For the loop, and for tests.</summary>
    public async Task StepAsync(CancellationToken ct)
    {
        var all = _listeners.All;
        var topics = all.SelectMany(l => l.Topics).ToHashSet();
        var (rows, lost) = _rows.Take();
        var beat = new EventBeat(
            await _engine.LookAsync(ct), _engine.Configuration, rows, lost, all.Where(l => l.Topics.Contains(EventTopic.Work)).Select(l => l.Agent!).ToHashSet());
        foreach (var listener in all)
        {
            listener.TakeUp();
        }

        foreach (var source in _sources.Where(s => s.IsOfRows || topics.Contains(s.Topic)))
        {
            Tell(source, beat, [.. all.Where(l => l.Topics.Contains(source.Topic))]);
        }

        Attend(all);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_listeners.All.IsEmpty && !await _listeners.Arrived.WaitAsync(EventLimits.Linger, stoppingToken))
            {
                Rest();
                await _listeners.Arrived.WaitAsync(stoppingToken);
            }

            _rows.Wanted = true;
            using var beat = new PeriodicTimer(EventLimits.Beat, _time);
            while (!_listeners.All.IsEmpty && await beat.WaitForNextTickAsync(stoppingToken))
            {
                await StepSafelyAsync(stoppingToken);
            }
        }
    }

    /// <summary>A store that does not answer, or a fault of ours, ends the connections: they come back and begin anew.</summary>
    private async Task StepSafelyAsync(CancellationToken ct)
    {
        try
        {
            await StepAsync(ct);
        }
#pragma warning disable CA1031 // Whatever it is, the server goes on.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _log.LogError(LogKinds.EventsFailed, failure, "events could not be told; {Listeners} listeners have to connect again", _listeners.All.Length);
            _kept.Forget(_serial);
            foreach (var listener in _listeners.All)
            {
                listener.Dismiss();
            }
        }
    }

    /// <summary>Nobody has listened for a while: what is missed from now on is not kept.</summary>
    private void Rest()
    {
        _rows.Wanted = false;
        _rows.Take();
        _kept.Forget(++_serial);
    }

    private void Tell(IEventSource source, EventBeat beat, IReadOnlyList<EventListener> listeners)
    {
        foreach (var change in source.Step(beat))
        {
            var frame = Frame(source.Topic, change.Subject, change.Json);
            if (source.IsOfRows)
            {
                _kept.Add(frame);
            }

            foreach (var listener in listeners)
            {
                listener.Offer(frame);
            }
        }

        // Made once for all who begin at this beat, but for work: that is each agent's own.
        var full = new Dictionary<string, EventFrame>(StringComparer.Ordinal);
        foreach (var listener in listeners.Where(l => l.Needs(source.Topic)))
        {
            Begin(source, listener, full);
        }
    }

    private void Begin(IEventSource source, EventListener listener, Dictionary<string, EventFrame> full)
    {
        if (source.IsOfRows && listener.After is { } after && _kept.Since(after) is { } missed)
        {
            listener.Settle(source.Topic);
            foreach (var frame in missed.Where(f => f.Topic == source.Topic))
            {
                listener.Offer(frame);
            }

            return;
        }

        var subject = source.Topic == EventTopic.Work ? listener.Agent : null;
        if (!full.TryGetValue(subject ?? "", out var value))
        {
            if (source.Full(listener.Agent) is not { } json)
            {
                return;
            }

            full[subject ?? ""] = value = Frame(source.Topic, subject, json);
        }

        listener.Settle(source.Topic);
        listener.Offer(value);
    }

    private EventFrame Frame(EventTopic topic, string? subject, byte[] json) =>
        EventFrame.Of(topic, ++_serial, string.Create(CultureInfo.InvariantCulture, $"{_life}-{_serial}"), subject, json);

    /// <summary>Lets go those who may listen no longer, and keeps the lines of the others alive.</summary>
    private void Attend(IReadOnlyList<EventListener> all)
    {
        if (_time.GetElapsedTime(_checkedAt) >= EventLimits.AccessCheck)
        {
            _checkedAt = _time.GetTimestamp();
            foreach (var listener in all.Where(l => !l.MayGoOn))
            {
                listener.Dismiss();
            }
        }

        if (_time.GetElapsedTime(_commentedAt) >= EventLimits.Comment)
        {
            _commentedAt = _time.GetTimestamp();
            foreach (var listener in all)
            {
                listener.Offer(EventFrame.Comment);
            }
        }
    }
}
