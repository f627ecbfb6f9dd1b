using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>What a caller gives the counts of the queue waited in.</summary>
internal static class QueueRollup
{
    /// <summary>Seconds; of rows from before the queue's own was kept with the call. It is the default of the configuration.</summary>
    private const int DefaultThreshold = 20;

    public static void Add(RollupChanges changes, QueueStayRow? stay, int sign)
    {
        if (stay is not null)
        {
            var key = new RollupKey(RollupTable.Queues, stay.Tenant.Value, Slot.Of(stay.EnteredAt), stay.Queue, stay.Channel ?? "");
            changes.Add(key, (int)QueueCount.Entered, sign);
            changes.Add(key, (int)QueueCount.LeftOtherwise, sign);
        }
    }

    public static void Add(RollupChanges changes, InteractionRow row, int sign)
    {
        if (row is not { Kind: InteractionKind.Inbound, Queue: { } queue, QueuedAt: { } entered })
        {
            return;
        }

        var key = new RollupKey(RollupTable.Queues, row.Tenant.Value, Slot.Of(entered), queue, row.Channel ?? "");
        changes.Add(key, (int)QueueCount.Entered, sign);
        if (row.ExpectedWaitError is { } error)
        {
            changes.Add(key, (int)QueueCount.Told, sign);
            changes.Add(key, (int)QueueCount.ToldErrorMs, sign * 1000L * Math.Abs(error));
        }

        var left = row.LeftQueueAt ?? row.AnsweredAt ?? row.EndedAt;
        if (HowLeft(row) is not { } how || left is null)
        {
            return;
        }

        changes.Add(key, (int)how, sign);
        var wait = RollupCounting.Milliseconds(entered, left.Value);
        if (how == QueueCount.Answered)
        {
            changes.Add(key, (int)QueueCount.AnswerWaitMs, sign * wait);
            changes.Add(key, (int)QueueCount.InLevel, wait <= 1000L * (row.LevelThreshold ?? DefaultThreshold) ? sign : 0);
            changes.Add(key, (int)QueueCount.TalkMs, sign * (row.EndedAt is { } end ? RollupCounting.Milliseconds(row.AnsweredAt!.Value, end) : 0));
        }
        else if (how == QueueCount.Abandoned)
        {
            changes.Add(key, (int)QueueCount.AbandonWaitMs, sign * wait);
        }
    }

    /// <summary>Null while the caller is in line, or has left it and nothing has come of that yet.</summary>
    private static QueueCount? HowLeft(InteractionRow row) => row.Outcome switch
    {
        "diverted: number" => QueueCount.ToNumber,
        "diverted: agent" => QueueCount.ToAgent,
        "diverted: callback" => QueueCount.ToCallback,
        "diverted: voicemail" => QueueCount.ToVoicemail,
        "abandoned" => QueueCount.Abandoned,
        "short-abandoned" => QueueCount.ShortAbandoned,
        _ when row.AnsweredAt is not null => QueueCount.Answered,
        null => null,
        _ => QueueCount.LeftOtherwise,
    };
}
