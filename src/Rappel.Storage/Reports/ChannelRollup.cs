using Rappel.Engine.Journal;

namespace Rappel.Storage.Reports;

/// <summary>What a call gives the counts of the channel called. A call that came from another one (a transfer) was counted with that.</summary>
internal static class ChannelRollup
{
    public static void Add(RollupChanges changes, InteractionRow row, int sign)
    {
        if (row is not { Kind: InteractionKind.Inbound, Parent: null, Channel: { } channel })
        {
            return;
        }

        var key = new RollupKey(RollupTable.Channels, row.Tenant.Value, Slot.Of(row.StartedAt), channel);
        changes.Add(key, (int)ChannelCount.Calls, sign);
        changes.Add(key, (int)ChannelCount.Queued, row.QueuedAt is null ? 0 : sign);
        if (HowEnded(row) is { } how)
        {
            changes.Add(key, (int)how, sign);
        }

        if (row.EndedAt is { } ended)
        {
            changes.Add(key, (int)ChannelCount.CallMs, sign * RollupCounting.Milliseconds(row.StartedAt, ended));
            changes.Add(key, (int)ChannelCount.TalkMs, sign * (row.AnsweredAt is { } at ? RollupCounting.Milliseconds(at, ended) : 0));
        }
    }

    private static ChannelCount? HowEnded(InteractionRow row) => row.Outcome switch
    {
        "diverted: callback" => ChannelCount.ToCallback,
        "diverted: voicemail" => ChannelCount.ToVoicemail,
        "diverted: number" => ChannelCount.ToNumber,
        "diverted: agent" => ChannelCount.ToAgent,
        "abandoned" => ChannelCount.Abandoned,
        "short-abandoned" => ChannelCount.ShortAbandoned,
        { } refused when refused.StartsWith("refused", StringComparison.Ordinal) => ChannelCount.Refused,
        _ when row.AnsweredAt is not null => ChannelCount.Answered,
        "interrupted" => ChannelCount.Interrupted,
        null => null,
        _ => ChannelCount.InScript,
    };
}
