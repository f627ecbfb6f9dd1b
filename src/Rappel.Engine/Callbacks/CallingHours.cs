using Rappel.Core.Callbacks;
using Rappel.Core.Schedules;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>Tells the book when outbound queues open and close. Outside its hours a queue dials nothing; requests wait, and expiry goes on.</summary>
internal sealed class CallingHours(EngineContext context)
{
    private Agenda.Appointment? _next;

    /// <summary>What the book does not know yet about customers in this zone.</summary>
    /// <param name="zone">The queue's own hours hold for all zones so far.</param>
    public static void Tell(EngineContext context, string queue, string? zone)
    {
        if (context.Configuration.OutboundQueues.TryGetValue(queue, out var known))
        {
            var open = QueueReadings.IsOpen(context.Configuration, known.Schedule, context.Now);
            context.Book.Handle(context.Now, new CallbackInput.HoursChanged(queue, open) { TimeZone = zone });
        }
    }

    /// <summary>At start, at each change of hours, and when a new configuration is published.</summary>
    public void Refresh()
    {
        Instant? next = null;
        foreach (var queue in context.Configuration.OutboundQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal))
        {
            Tell(context, queue.Key, null);
            foreach (var zone in context.Book.ZonesOf(queue.Key).Where(z => z is not null).ToList())
            {
                Tell(context, queue.Key, zone);
            }

            if (queue.Schedule is { } key
                && ScheduleClock.NextChange(context.Configuration.Schedules[key], context.Now) is { } change
                && (next is null || change < next))
            {
                next = change;
            }
        }

        _next?.Cancel();
        _next = next is { } at ? context.Agenda.At(at, Refresh) : null;
    }
}
