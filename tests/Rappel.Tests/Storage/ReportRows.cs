using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;

namespace Rappel.Tests.Storage;

/// <summary>Rows of a few keys within one day, from one seed, so that the same row is written again and again as something else.</summary>
internal sealed class ReportRows(int seed, TenantId tenant, Instant start)
{
    private static readonly string?[] Outcomes =
    [
        null, "answered", "abandoned", "short-abandoned", "diverted: callback", "diverted: voicemail", "diverted: number", "diverted: agent",
        "diverted: queue", "ended: script", "ended: caller", "refused: overload", "interrupted",
    ];

    private readonly Random _random = new(seed);
    private readonly RandomRows _rows = new(seed, tenant);
    private long _revision;

    public int Next(int most) => _random.Next(most + 1);

    /// <summary>Not the status of an agent, whose count is of the change and not of the row.</summary>
    public StoreRow Any() => _random.Next(5) switch
    {
        0 or 1 => new StoreRow.OfInteraction(Interaction()),
        2 => new StoreRow.OfOffer(_rows.Offer(_random.Next(8), _random.Next(2) == 0) with { At = Moment(), Agent = Key(), Queue = Key() }),
        3 => new StoreRow.OfQueueStay(new QueueStayRow(tenant, new(_random.Next(4)), Key(), MaybeKey(), start.AddHours(_random.Next(3)), Moment())),
        _ => new StoreRow.OfCallback(_rows.Callback(_random.Next(6)) with
        {
            Revision = ++_revision,
            RequestedAt = Moment(),
            Terms = _rows.Terms() with { Queue = Key() },
        }),
    };

    public static void Keep(Dictionary<object, StoreRow> latest, StoreRow row) => latest[row switch
    {
        StoreRow.OfInteraction r => ("i", r.Interaction.Id.Value),
        StoreRow.OfOffer r => ("o", r.Offer.Id.Value),
        StoreRow.OfQueueStay r => ("s", (r.Stay.Interaction, r.Stay.EnteredAt)),
        StoreRow.OfCallback r => ("c", r.Callback.Id.Value),
        _ => row,
    }] = row;

    private InteractionRow Interaction()
    {
        var (from, outcome) = (Moment(), Outcomes[_random.Next(Outcomes.Length)]);
        return _rows.Interaction(_random.Next(12), open: false) with
        {
            Kind = _random.Next(3) == 0 ? InteractionKind.Callback : InteractionKind.Inbound,
            Parent = _random.Next(2) == 0 ? null : new(99),
            Channel = MaybeKey(),
            Queue = MaybeKey(),
            Agent = MaybeKey(),
            StartedAt = from,
            QueuedAt = Maybe(from),
            LeftQueueAt = Maybe(from),
            AnsweredAt = Maybe(from),
            EndedAt = outcome is null ? null : Moment(),
            Outcome = outcome,
            LevelThreshold = _random.Next(2) == 0 ? null : 60,
        };
    }

    private Instant Moment() => start.AddMilliseconds(_random.Next(6 * 3600 * 1000));

    private Instant? Maybe(Instant after) => _random.Next(2) == 0 ? null : after.AddMilliseconds(_random.Next(3600 * 1000));

    private string Key() => _random.Next(2) == 0 ? "a" : "b";

    private string? MaybeKey() => _random.Next(3) == 0 ? null : Key();
}
