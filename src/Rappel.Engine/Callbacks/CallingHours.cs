using Rappel.Core.Callbacks;
using Rappel.Core.Config;
using Rappel.Core.Schedules;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>
/// Tells the book when outbound queues open and close. Outside its hours a queue dials nothing; requests wait, and expiry goes on.
/// The hours are those of the customer's wall clock where the dial plan knows it: the schedule's intervals are read in each zone in which
/// customers live, and in the schedule's own for the rest.
/// </summary>
internal sealed class CallingHours(EngineContext context)
{
    /// <summary>Of all dial plans there have been, and of all open requests. Never taken out: there are no more than the world has.</summary>
    private readonly SortedSet<string> _zones = new(StringComparer.Ordinal);

    /// <summary>The schedule of each outbound queue, null for none. One that is gone keeps the last it had while requests wait there: the members
    /// it had serve them, and its nights are still nights.</summary>
    private readonly SortedDictionary<string, ScheduleSnapshot?> _queues = new(StringComparer.Ordinal);

    private readonly Dictionary<(ScheduleSnapshot Schedule, string? Zone), (Instant At, bool Open, Instant? Until)> _readings = [];
    private Agenda.Appointment? _next;

    /// <summary>At start, and when a new configuration is published.</summary>
    public void Refresh()
    {
        foreach (var empty in _queues.Keys.Where(key => context.Book.OpenCount(key) == 0).ToArray())
        {
            _queues.Remove(empty);
        }

        foreach (var (key, queue) in context.Configuration.OutboundQueues)
        {
            _queues[key] = queue.Schedule is { } schedule ? context.Configuration.Schedules[schedule] : null;
        }

        _zones.UnionWith(context.Configuration.DialPlans.Values.SelectMany(p => p.Rules).Select(r => r.TimeZone).OfType<string>());
        _readings.Clear();
        Tell();
    }

    /// <summary>Before the book hears of a customer in this zone: from a request of before the restart, or of a plan that has changed since.</summary>
    public void Know(string? zone)
    {
        if (zone is not null && _zones.Add(zone))
        {
            Tell();
        }
    }

    private void Tell()
    {
        // Zones that open at one moment do so together: the first to be told of must not be offered before an older place in the next.
        context.OfferTogether();
        Instant? next = null;
        foreach (var (queue, schedule) in _queues)
        {
            foreach (var zone in _zones.Prepend<string?>(null))
            {
                var (open, until) = Read(schedule, zone);
                context.Book.Handle(context.Now, new CallbackInput.HoursChanged(queue, open) { TimeZone = zone });
                next = next is null || until < next ? until ?? next : next;
            }
        }

        _next?.Cancel();
        _next = next is { } at ? context.Agenda.At(at, Tell, byTheWall: true) : null;
    }

    /// <summary>Worked out anew only when it may have changed: a tenant may have customers in thirty zones, and each has changes of its own.</summary>
    private (bool Open, Instant? Until) Read(ScheduleSnapshot? schedule, string? zone)
    {
        if (schedule is null)
        {
            return (true, null);
        }

        var now = context.Now;
        if (!_readings.TryGetValue((schedule, zone), out var reading) || reading.At > now || reading.Until <= now)
        {
            reading = (now, ScheduleClock.IsOpen(schedule, now, zone), ScheduleClock.NextChange(schedule, now, zone));
            _readings[(schedule, zone)] = reading;
        }

        return (reading.Open, reading.Until);
    }
}
