using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Core.Schedules;

namespace Rappel.Engine.Telephony;

/// <summary>Live state of queues, for scripts and screens.</summary>
internal static class QueueReadings
{
    /// <param name="configuration">The one that names the schedule: a call's own, where it is asked for a call.</param>
    /// <param name="schedule">Schedule key; null is always open.</param>
    public static bool IsOpen(ConfigurationSnapshot configuration, string? schedule, Instant now) =>
        schedule is null || ScheduleClock.IsOpen(configuration.Schedules[schedule], now);

    public static QueueReading Read(EngineContext context, string queue)
    {
        var configuration = context.Configuration;
        if (configuration.InboundQueues.TryGetValue(queue, out var inbound))
        {
            var line = context.Acd.ReadLine(WorkKind.LiveCall, queue, 0);
            var paired = inbound.OutboundQueue is { } key ? configuration.OutboundQueues[key] : null;
            return Reading(context, WorkKind.LiveCall, queue, line.Waiting,
                context.Acd.ExpectedWait(context.Now, WorkKind.LiveCall, queue, context.Acd.NextPosition(WorkKind.LiveCall, queue)),
                paired is not null && CapReached(context, paired),
                // A script asks before it offers a callback, which nobody would dial once the paired queue has closed.
                Sooner(ClosesIn(context, inbound.Schedule), paired is null ? null : ClosesIn(context, paired.Schedule)));
        }

        if (configuration.OutboundQueues.TryGetValue(queue, out var outbound))
        {
            return Reading(context, WorkKind.Callback, queue, context.Book.OpenCount(queue), null, CapReached(context, outbound),
                ClosesIn(context, outbound.Schedule));
        }

        return new QueueReading(0, 0, 0, null, false, null);
    }

    private static bool CapReached(EngineContext context, OutboundQueueSnapshot queue) => context.Book.OpenCount(queue.Key) >= queue.MaximumPending;

    private static TimeSpan? ClosesIn(EngineContext context, string? schedule) =>
        schedule is null ? null : ScheduleClock.ClosesIn(context.Configuration.Schedules[schedule], context.Now);

    private static TimeSpan? Sooner(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;

    private static QueueReading Reading(
        EngineContext context, WorkKind kind, string queue, int waiting, TimeSpan? expectedWait, bool cap, TimeSpan? closesIn)
    {
        var (loggedIn, free) = context.Acd.ReadMembers(kind, queue);
        return new QueueReading(loggedIn, free, waiting, expectedWait, cap, closesIn);
    }
}
