using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Bodies;
using Rappel.Storage;
using Rappel.Storage.Queries;

namespace Rappel.Server.Web.Reports;

/// <summary>Everything that happened from a caller's first call to the last that came of it, in order of time.</summary>
internal sealed class InteractionTimeline(IStore store, IReportStore reports, TenantId tenant)
{
    /// <summary>Calls told together: a family is a call, its callback, its message and its transfers.</summary>
    public const int MostInteractions = 100;

    /// <summary>Words of a request's journal that its attempts and its record tell already.</summary>
    private static readonly HashSet<string> ToldOtherwise = new(
        [CallbackEvents.Offered, CallbackEvents.Rung, CallbackEvents.AttemptFailed, CallbackEvents.OfferAccepted, CallbackEvents.OfferReturned], StringComparer.Ordinal);

    private readonly List<(Instant At, TimelineBody Body)> _told = [];

    public IReadOnlyList<TimelineBody> Of(InteractionRow row)
    {
        var family = new List<InteractionRow> { First(row) };
        for (var i = 0; i < family.Count && family.Count < MostInteractions; i++)
        {
            family.AddRange(store.ChildrenOf(tenant, family[i].Id).Take(MostInteractions - family.Count));
        }

        family.ForEach(TellOne);
        return [.. _told.OrderBy(t => t.At).Select(t => t.Body)];
    }

    private InteractionRow First(InteractionRow row)
    {
        for (var steps = 0; steps < MostInteractions && row.Parent is { } parent && store.GetInteraction(tenant, parent) is { } found; steps++)
        {
            row = found;
        }

        return row;
    }

    private void TellOne(InteractionRow row)
    {
        Tell(row, row.StartedAt, row.Kind == InteractionKind.Inbound ? "call" : Words.Of(row.Kind), number: row.Caller, queue: row.Kind == InteractionKind.Inbound ? null : row.Queue);
        foreach (var stay in reports.StaysOf(tenant, row.Id))
        {
            Tell(row, stay.EnteredAt, "queued", queue: stay.Queue);
            Tell(row, stay.LeftAt, "left-queue", queue: stay.Queue, seconds: Seconds(stay.EnteredAt, stay.LeftAt));
        }

        if (row is { Kind: InteractionKind.Inbound, QueuedAt: { } queued })
        {
            Tell(row, queued, "queued", queue: row.Queue);
            if (row.LeftQueueAt is { } left && row.AnsweredAt is null)
            {
                Tell(row, left, "left-queue", queue: row.Queue, seconds: Seconds(queued, left));
            }
        }

        TellOffers(row);
        if (row.AnsweredAt is { } answered)
        {
            Tell(row, answered, "answered", agent: row.Agent, seconds: row.QueuedAt is { } since ? Seconds(since, answered) : null);
        }

        TellJournal(row, row.Id.ToString());
        if (row.Kind == InteractionKind.Callback && reports.CallbackOf(tenant, row.Id) is { } request)
        {
            TellCallback(row, request);
        }

        if (row.EndedAt is { } ended)
        {
            Tell(row, ended, "ended", agent: row.Agent, outcome: row.Outcome, seconds: row.AnsweredAt is { } from ? Seconds(from, ended) : null);
        }
    }

    private void TellOffers(InteractionRow row)
    {
        foreach (var offer in store.OffersOf(tenant, row.Id))
        {
            Tell(row, offer.At, "offered", queue: offer.Queue, agent: offer.Agent);
            if (offer is { EndedAt: { } ended, Outcome: { } outcome })
            {
                Tell(row, ended, "offer-ended", queue: offer.Queue, agent: offer.Agent, outcome: Words.Of(outcome), seconds: Seconds(offer.At, ended));
            }
        }
    }

    private void TellCallback(InteractionRow row, CallbackRequest request)
    {
        foreach (var attempt in store.AttemptsOf(tenant, request.Id))
        {
            Tell(row, attempt.BegunAt, "attempt", agent: attempt.Agent, attempt: attempt.Serial);
            if (attempt.RungAt is { } rung)
            {
                Tell(row, rung, "rung", number: request.Number, attempt: attempt.Serial);
            }

            if (attempt is { EndedAt: { } ended, Outcome: { } outcome })
            {
                Tell(row, ended, "attempt-ended", agent: attempt.Agent, outcome: Words.Of(outcome), attempt: attempt.Serial);
            }
        }

        TellJournal(row, request.Id.ToString());
    }

    private void TellJournal(InteractionRow row, string subject)
    {
        foreach (var entry in store.JournalOf(tenant, subject).Where(e => !ToldOtherwise.Contains(e.Event)))
        {
            Tell(row, entry.At, entry.Event, text: entry.Detail, who: entry.Who);
        }
    }

    private static double Seconds(Instant from, Instant to) => Math.Round((to - from).TotalSeconds, 1);

    private void Tell(
        InteractionRow row, Instant at, string kind, string? queue = null, string? agent = null, string? number = null, string? outcome = null,
        int? attempt = null, double? seconds = null, string? text = null, string? who = null) =>
        _told.Add((at, new TimelineBody(at.UtcDateTime, kind, row.Id.ToString(), queue, agent, number, outcome, attempt, seconds, text, who)));
}
