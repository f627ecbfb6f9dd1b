using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Bodies;
using Rappel.Storage;

namespace Rappel.Server.Web.Endpoints;

/// <summary>Adds up one agent's day from what is on record of it.</summary>
internal static class AgentDay
{
    /// <param name="statuses">Changes since, and the last one before.</param>
    public static AgentDayBody Of(Instant since, Instant now, IReadOnlyList<OfferRow> offers, IReadOnlyList<JournalRow> statuses)
    {
        var taken = offers.Where(o => o.Outcome == OfferOutcome.Accepted).ToList();
        TimeSpan[] talks = [.. taken.Where(o => o.TalkedUntil is not null).Select(o => o.TalkedUntil!.Value - o.TalkedFrom!.Value)];
        var talked = talks.Aggregate(TimeSpan.Zero, (sum, talk) => sum + talk);
        var spent = Spent(since, now, statuses);
        return new AgentDayBody(
            since.UtcDateTime, taken.Count(o => o.Kind == WorkKind.LiveCall), taken.Count(o => o.Kind == WorkKind.Callback),
            taken.Count(o => o.Kind == WorkKind.Voicemail), (int)talked.TotalSeconds, In(AgentStatus.WrapUp), In(AgentStatus.OnBreak),
            In(AgentStatus.Available), offers.Count, offers.Count(o => o.Outcome == OfferOutcome.TimedOut),
            offers.Count(o => o.Outcome == OfferOutcome.Rejected), talks.Length == 0 ? null : (int)(talked.TotalSeconds / talks.Length));

        int In(AgentStatus status) => (int)spent.GetValueOrDefault(Words.Of(status)).TotalSeconds;
    }

    /// <summary>Time in each status, by its word.</summary>
    private static ImmutableDictionary<string, TimeSpan> Spent(Instant since, Instant now, IReadOnlyList<JournalRow> statuses)
    {
        var spent = ImmutableDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);
        for (var i = 0; i < statuses.Count; i++)
        {
            var from = statuses[i].At > since ? statuses[i].At : since;
            var until = i + 1 < statuses.Count ? statuses[i + 1].At : now;
            if (statuses[i].Detail is { } status && until > from)
            {
                spent[status] = spent.GetValueOrDefault(status) + (until - from);
            }
        }

        return spent.ToImmutable();
    }
}
