using Rappel.Core.Callbacks;
using Rappel.Core.Schedules;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Callbacks;

/// <summary>Tells the book when outbound queues open and close. Outside its hours a queue dials nothing; requests wait, and expiry goes on.</summary>
internal sealed class CallingHours(EngineContext context)
{
    private Agenda.Appointment? _next;

    /// <summary>At start, at each change of hours, and when a new configuration is published.</summary>
    public void Refresh()
    {
        Instant? next = null;
        foreach (var queue in context.Configuration.OutboundQueues.Values.OrderBy(q => q.Key, StringComparer.Ordinal))
        {
            context.Book.Handle(context.Now, new CallbackInput.HoursChanged(queue.Key, QueueReadings.IsOpen(context.Configuration, queue.Schedule, context.Now)));
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
