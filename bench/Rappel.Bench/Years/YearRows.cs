using System.Collections.Immutable;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Engine.Journal;

namespace Rappel.Bench.Years;

/// <summary>A year of a contact centre as rows, from one seed: more calls by day than by night and than at weekends, most answered, one in eight
/// called back.</summary>
/// <param name="interactions">In a year.</param>
/// <param name="days">How many of its last days are made.</param>
internal sealed class YearRows(Instant end, long interactions, CentreShape shape, int days)
{
    public const int Days = 365;

    /// <summary>Of a day's calls, per hour in UTC for a centre in Montréal.</summary>
    private static readonly double[] Hours = [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 5, 9, 11, 11, 10, 9, 9, 9, 8, 6, 4, 3];

    private readonly Random _random = new(20261122);
    private readonly CallbackTerms[] _terms = [.. shape.Outbound.Select(q => new CallbackTerms(
        q, null, "north-american", 3, TimeSpan.FromMinutes(5), TimeSpan.FromHours(4), TimeSpan.FromSeconds(30), true))];

    private long _id;
    private long _offer;
    private long _callback;

    public long Interactions => _id;

    public IEnumerable<StoreRow> Rows()
    {
        // A call, and one in six leads to a second interaction.
        var calls = interactions / 1.16;
        var weight = Enumerable.Range(0, Days).Sum(d => Day(end.AddDays(d - Days)));
        for (var quarter = end.AddDays(-days); quarter < end; quarter = quarter.AddMinutes(15))
        {
            var here = calls * Day(quarter) / weight * Hours[quarter.Hour] / Hours.Sum() / 4;
            for (var call = 0; call < here - 1 || _random.NextDouble() < here - call; call++)
            {
                foreach (var row in Call(quarter.AddSeconds(_random.NextDouble() * 900)))
                {
                    yield return row;
                }
            }

            foreach (var row in Statuses(quarter))
            {
                yield return row;
            }
        }
    }

    private static double Day(Instant at) => at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.35 : 1;

    private IEnumerable<StoreRow> Call(Instant at)
    {
        var queue = (int)(shape.Queues.Length * Math.Pow(_random.NextDouble(), 2));
        var entered = at.AddSeconds(20 + (10 * _random.NextDouble()));
        var wait = TimeSpan.FromSeconds(-90 * Math.Log(1 - _random.NextDouble()));
        var row = new InteractionRow(
            TenantId.Default, new InteractionId(++_id), InteractionKind.Inbound, null, One(shape.Channels), shape.Queues[queue], Number(), "+15145550100",
            _random.Next(3) == 0 ? "en" : "fr", at, entered, null, null, null, null, (int)(60 + (60 * _random.NextDouble())))
        {
            LevelThreshold = 120,
        };
        var lot = _random.NextDouble();
        return lot switch
        {
            < 0.05 => [Done(row with { Queue = null, QueuedAt = null, LevelThreshold = null, ExpectedWaitTold = null, EndedAt = entered, Outcome = "ended: caller" }), Steps(row, "ended: caller", 2)],
            < 0.07 => [Done(row with { EndedAt = entered.AddSeconds(3), Outcome = "short-abandoned" }), Steps(row, "short-abandoned", 3)],
            < 0.13 => [Done(row with { EndedAt = entered + wait, Outcome = "abandoned" }), Steps(row, "abandoned", 9)],
            < 0.16 => Message(row, entered + wait),
            < 0.29 => Callback(row, queue, entered + (wait / 2)),
            _ => Answered(row, entered + wait),
        };
    }

    private IEnumerable<StoreRow> Answered(InteractionRow row, Instant at)
    {
        var agent = One(shape.Agents);
        var talked = at.AddSeconds(60 + (-240 * Math.Log(1 - _random.NextDouble())));
        yield return Offer(agent, row.Queue!, WorkKind.LiveCall, row.Id, null, at.AddSeconds(-5), at);
        yield return Done(row.WithWaitOver(at) with { Agent = agent, LeftQueueAt = at, AnsweredAt = at, EndedAt = talked, Outcome = "answered" });
        yield return Steps(row, "answered", 9);
    }

    private IEnumerable<StoreRow> Message(InteractionRow row, Instant at)
    {
        yield return Done(row with { LeftQueueAt = at, EndedAt = at.AddSeconds(40), Outcome = "diverted: voicemail" });
        yield return Done(row with
        {
            Id = new InteractionId(++_id),
            Kind = InteractionKind.Voicemail,
            Parent = row.Id,
            Queue = shape.Voicemail,
            QueuedAt = null,
            StartedAt = at,
            LevelThreshold = null,
            ExpectedWaitTold = null,
            AnsweredAt = at.AddHours(2),
            EndedAt = at.AddHours(2).AddSeconds(50),
            Agent = One(shape.Agents),
            Outcome = "answered",
        });
        yield return Steps(row, "diverted: voicemail", 9);
    }

    private IEnumerable<StoreRow> Callback(InteractionRow row, int queue, Instant asked)
    {
        var terms = _terms[queue % _terms.Length];
        var (own, id, agent) = (new InteractionId(++_id), new CallbackId(++_callback), One(shape.Agents));
        var rung = asked.AddSeconds(120 + (-900 * Math.Log(1 - _random.NextDouble())));
        var reached = _random.NextDouble() < 0.85;
        var end = rung.AddMinutes(reached ? 5 : 30);
        var status = reached ? CallbackStatus.Completed : _random.Next(3) switch { 0 => CallbackStatus.Exhausted, 1 => CallbackStatus.Expired, _ => CallbackStatus.Cancelled };
        yield return Done(row with { EndedAt = asked, Outcome = "diverted: callback" });
        yield return new StoreRow.OfCallback(new CallbackRequest(
            id, TenantId.Default, 5, status, terms, row.Caller!, "carrier", "America/Toronto", "+15145550100", row.Language, null, row.Queue, CallbackOrigin.Script, own, row.Id,
            row.QueuedAt!.Value, asked, asked + terms.CancelAfter, null, 1, 1, null, 0, agent, null, end, null, ImmutableDictionary<string, string>.Empty)
        {
            ToldWait = row.ExpectedWaitTold,
        });
        for (var attempt = reached ? 1 : 3; attempt >= 1; attempt--)
        {
            var begun = rung.AddMinutes(5 * (attempt - 1));
            yield return Offer(agent, terms.Queue, WorkKind.Callback, own, id, begun.AddSeconds(-6), begun);
            yield return new StoreRow.OfAttempt(TenantId.Default, new CallbackAttempt(
                id, attempt, attempt, agent, begun, begun, null, begun.AddSeconds(30), reached ? AttemptOutcome.Connected : AttemptOutcome.RingNoAnswer, true, null))
            {
                Queue = terms.Queue,
            };
        }

        yield return Done(row with
        {
            Id = own,
            Kind = InteractionKind.Callback,
            Parent = row.Id,
            Channel = null,
            Queue = terms.Queue,
            StartedAt = asked,
            LevelThreshold = null,
            AnsweredAt = reached ? rung.AddSeconds(20) : null,
            EndedAt = end,
            Agent = reached ? agent : null,
            Outcome = Rappel.Storage.Words.Of(status),
            ExpectedWaitError = _random.Next(-120, 300),
        });
        yield return Steps(row, "diverted: callback", 99);
    }

    /// <summary>One agent in ten changes status in a quarter of an hour, by day.</summary>
    private IEnumerable<StoreRow> Statuses(Instant at)
    {
        var share = Hours[at.Hour] / 11;
        AgentStatus[] cycle = [AgentStatus.Available, AgentStatus.Busy, AgentStatus.WrapUp, AgentStatus.Available, AgentStatus.OnBreak];
        foreach (var agent in shape.Agents)
        {
            if (_random.NextDouble() < share / 3)
            {
                var since = at;
                foreach (var status in cycle)
                {
                    since = since.AddSeconds(20 + _random.Next(150));
                    yield return new StoreRow.OfAgent(new AgentRow(TenantId.Default, agent, status, since, since));
                }
            }
            else if (share < 0.2)
            {
                yield return new StoreRow.OfAgent(new AgentRow(TenantId.Default, agent, AgentStatus.LoggedOut, at, at));
            }
        }
    }

    private StoreRow.OfOffer Offer(string agent, string queue, WorkKind kind, InteractionId interaction, CallbackId? callback, Instant at, Instant ended) =>
        new(new OfferRow(TenantId.Default, new OfferId(++_offer), agent, queue, kind, interaction, callback, at, ended, OfferOutcome.Accepted));

    private StoreRow.OfScriptSteps Steps(InteractionRow row, string outcome, int most)
    {
        var script = $"scripts/{shape.Script(Array.IndexOf(shape.Queues, row.Queue))}/";
        var steps = shape.Steps.Take(most).Select(s => new ScriptStep(script + s, ScriptStepKind.Entered, "", 1)).ToList();
        if (most > shape.Steps.Length)
        {
            steps.Add(new ScriptStep(script + "inQueue/0", ScriptStepKind.Entered, "", 1));
            steps.Add(new ScriptStep(script + shape.Menu, ScriptStepKind.Entered, "", 1 + _random.Next(4)));
            steps.Add(new ScriptStep(script + shape.Menu, ScriptStepKind.Exit, most > 50 ? "3" : outcome.EndsWith("voicemail", StringComparison.Ordinal) ? "2" : "no-input", 1));
        }

        if (most > 50)
        {
            steps.Add(new ScriptStep(script + shape.Callback, ScriptStepKind.Entered, "", 1));
            steps.Add(new ScriptStep(script + shape.Callback, ScriptStepKind.Exit, "requested", 1));
        }

        steps.Add(new ScriptStep(steps[^1].Path, ScriptStepKind.Ended, outcome, 1));
        return new StoreRow.OfScriptSteps(new ScriptStepsRow(row.Tenant, row.StartedAt, [.. steps.DistinctBy(s => (s.Path, s.Kind, s.Word))]));
    }

    private static StoreRow.OfInteraction Done(InteractionRow row) => new(row);

    private string One(string[] of) => of[_random.Next(of.Length)];

    private string Number() => $"+1514{_random.Next(2_000_000, 9_999_999)}";
}
