using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Core.Calls;
using Rappel.Engine.Journal;
using Rappel.Storage;
using Rappel.Storage.Queries;
using Rappel.Storage.Reports;

namespace Rappel.Tests.Storage;

/// <summary>What every store must count, and find for reports.</summary>
public abstract partial class StoreConformance
{
    private static readonly Instant Monday = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    private IReportStore Reports => (IReportStore)Store;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Counts_are_the_sum_of_the_rows_however_often_and_in_whatever_order_these_were_written(int seed)
    {
        var rows = new ReportRows(seed, Tenant, Monday);
        var latest = new Dictionary<object, StoreRow>();
        for (var turn = 0; turn < 60; turn++)
        {
            StoreRow[] batch = [.. Enumerable.Range(0, rows.Next(6)).Select(_ => rows.Any())];
            Apply([.. batch]);
            foreach (var row in batch)
            {
                ReportRows.Keep(latest, row);
            }

            if (turn % 20 == 19)
            {
                Reopen();
            }
        }

        var expected = new RollupChanges();
        foreach (var row in latest.Values)
        {
            RollupCounting.Count(expected, row, NothingStored.Instance);
        }

        foreach (var table in RollupTable.All.Where(t => t != RollupTable.Scripts))
        {
            Assert.Equal(
                expected.All.Where(e => e.Key.Table == table).Select(e => Line(e.Key.Slot, [.. table.Keys.Select((_, i) => e.Key[i])], e.Value)).Order(StringComparer.Ordinal),
                Slots(table).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_batch_that_is_refused_changes_no_count()
    {
        var call = Call(1, "nurse-line", Monday);
        Assert.Throws<StoreException>(() => Apply(new StoreRow.OfInteraction(call), new StoreRow.OfAttempt(Tenant, _rows.Attempt(99, 1, open: true))));
        Apply(new StoreRow.OfInteraction(call));

        Assert.Equal(1, Assert.Single(Sum(RollupTable.Queues, ["queue"], (0, 1))).Counters[(int)QueueCount.Entered]);
    }

    [Fact]
    public void A_call_is_counted_where_it_entered_and_moves_from_waiting_to_what_became_of_it()
    {
        var call = Call(1, "nurse-line", Monday.AddMinutes(14));
        Apply(new StoreRow.OfInteraction(call));
        Assert.Equal((1, 0, 0), Answers(0));

        var answered = call with { Agent = "1001", LeftQueueAt = Monday.AddMinutes(15), AnsweredAt = Monday.AddMinutes(15.2) };
        Apply(new StoreRow.OfInteraction(answered));
        Apply(new StoreRow.OfInteraction(answered with { EndedAt = Monday.AddMinutes(18.2), Outcome = "answered" }));
        Apply(new StoreRow.OfInteraction(answered with { EndedAt = Monday.AddMinutes(18.2), Outcome = "answered" }));

        Assert.Equal((1, 1, 60_000), Answers(0));
        Assert.Equal(180_000, Assert.Single(Sum(RollupTable.Agents, ["agent", "queue"], (1, 2)), s => s.Keys[1] == "").Counters[(int)AgentCount.TalkMs]);

        (long Entered, long Answered, long WaitMs) Answers(int quarter)
        {
            var counters = Assert.Single(Sum(RollupTable.Queues, ["queue"], (quarter, quarter + 1))).Counters;
            return (counters[(int)QueueCount.Entered], counters[(int)QueueCount.Answered], counters[(int)QueueCount.AnswerWaitMs]);
        }
    }

    [Fact]
    public void Each_queue_that_a_call_waited_in_has_counted_it_once()
    {
        var second = Call(1, "second", Monday.AddMinutes(20)) with { EndedAt = Monday.AddMinutes(40), Outcome = "abandoned" };
        Apply(new StoreRow.OfInteraction(Call(1, "first", Monday)));
        Apply(
            new StoreRow.OfQueueStay(new QueueStayRow(Tenant, new(1), "first", "french", Monday, Monday.AddMinutes(20))), new StoreRow.OfInteraction(second));

        var queues = Sum(RollupTable.Queues, ["queue"], (0, 4)).ToDictionary(s => s.Keys[0], s => s.Counters);
        Assert.Equal((1, 1), (queues["first"][(int)QueueCount.Entered], queues["first"][(int)QueueCount.LeftOtherwise]));
        Assert.Equal((1, 1), (queues["second"][(int)QueueCount.Entered], queues["second"][(int)QueueCount.Abandoned]));
        Assert.Equal("first", Assert.Single(Reports.StaysOf(Tenant, new(1))).Queue);
    }

    [Fact]
    public void A_status_is_counted_in_every_quarter_of_an_hour_that_it_lasted_in()
    {
        AgentRow At(AgentStatus status, double minutes) => new(Tenant, "1001", status, Monday.AddMinutes(minutes), Monday);
        foreach (var row in new[] { At(AgentStatus.Available, 10), At(AgentStatus.Available, 10), At(AgentStatus.OnBreak, 40), At(AgentStatus.LoggedOut, 41) })
        {
            Apply(new StoreRow.OfAgent(row));
        }

        var quarters = Sum(RollupTable.Agents, ["agent"], (0, 1), (1, 2), (2, 3));
        Assert.Equal([5, 15, 10], quarters.Select(q => q.Counters[(int)AgentCount.AvailableMs] / 60_000));
        Assert.Equal([0, 0, 1], quarters.Select(q => q.Counters[(int)AgentCount.OnBreakMs] / 60_000));
        Assert.Equal(AgentStatus.LoggedOut, Assert.Single(Reports.AgentStatuses(Tenant)).Status);
    }

    [Fact]
    public void Steps_in_scripts_are_counted_by_callers_and_by_times()
    {
        ScriptStepsRow Way(params ScriptStep[] steps) => new(Tenant, Monday, [.. steps]);
        var menu = new ScriptStep("scripts/line/inQueue/0", ScriptStepKind.Entered, "", 3);
        Apply(
            new StoreRow.OfScriptSteps(Way(menu, new("scripts/line/inQueue/0", ScriptStepKind.Exit, "3", 1))),
            new StoreRow.OfScriptSteps(Way(menu with { Times = 1 }, new("scripts/line/inQueue/0", ScriptStepKind.Ended, "abandoned", 1))));

        var steps = Reports.Sum(Tenant, new RollupQuery(
            RollupTable.Scripts, [Quarters(0, 1)], ["path", "kind", "word"], [new("script", "line")], 100)).ToDictionary(s => string.Join(' ', s.Keys), s => s.Counters);
        Assert.Equal([2L, 4], steps["scripts/line/inQueue/0 entered "]);
        Assert.Equal([1L, 1], steps["scripts/line/inQueue/0 exit 3"]);
        Assert.Equal([1L, 1], steps["scripts/line/inQueue/0 ended abandoned"]);
        Assert.Equal([2L, 4], steps[" entered inQueue"]);
    }

    [Fact]
    public void Counts_are_told_apart_or_added_up_by_interval_and_key_and_filtered()
    {
        Apply([.. Enumerable.Range(0, 8).Select(i => new StoreRow.OfInteraction(
            Call(i + 1, i % 2 == 0 ? "even" : "odd", Monday.AddMinutes(15 * i)) with { Channel = i < 4 ? "french" : "english" }))]);

        Assert.Equal(["0 even 2", "0 odd 2", "1 even 2", "1 odd 2"], Sum(RollupTable.Queues, ["queue"], (0, 4), (4, 8)).Select(Entered));
        Assert.Equal(["0 french 4", "1 english 4"], Sum(RollupTable.Queues, ["channel"], (0, 4), (4, 8)).Select(Entered));
        Assert.Equal(["0  8"], Sum(RollupTable.Queues, [], (0, 8)).Select(Entered));
        Assert.Equal(["0 odd 2"], Reports.Sum(Tenant, new RollupQuery(
            RollupTable.Queues, [Quarters(0, 8)], ["queue"], [new("queue", "odd"), new("channel", "english")], 10)).Select(Entered));
        Assert.Equal(2, Reports.Sum(Tenant, new RollupQuery(RollupTable.Queues, [Quarters(0, 4), Quarters(4, 8)], ["queue"], [], 2)).Count);
        Assert.Empty(Reports.Sum(new TenantId("other"), new RollupQuery(RollupTable.Queues, [Quarters(0, 8)], ["queue"], [], 10)));

        static string Entered(RollupSum sum) => $"{sum.Interval} {string.Join(' ', sum.Keys)} {sum.Counters[(int)QueueCount.Entered]}";
    }

    [Fact]
    public void Requests_that_reached_their_customer_are_found_by_the_moment_of_the_request()
    {
        InteractionRow Callback(long id, string queue, double asked, double? connected) => Call(id, queue, Monday.AddMinutes(asked)) with
        {
            Kind = InteractionKind.Callback,
            AnsweredAt = connected is { } minutes ? Monday.AddMinutes(minutes) : null,
            ExpectedWaitError = connected is null ? null : -30,
        };
        Apply([.. new[] { Callback(1, "a", 0, 10), Callback(2, "a", 5, null), Callback(3, "b", 6, 8), Callback(4, "a", 60, 61) }
            .Select(i => new StoreRow.OfInteraction(i))]);

        Assert.Equal(
            [new ConnectedCallback("a", Monday, TimeSpan.FromMinutes(10), -30), new("b", Monday.AddMinutes(6), TimeSpan.FromMinutes(2), -30)],
            Reports.ConnectedCallbacks(Tenant, Monday, Monday.AddMinutes(60), null).OrderBy(c => c.RequestedAt));
        Assert.Equal("b", Assert.Single(Reports.ConnectedCallbacks(Tenant, Monday, Monday.AddMinutes(60), "b")).Queue);
    }

    [Fact]
    public void Interactions_are_found_by_time_queue_agent_channel_kind_outcome_and_number()
    {
        Apply([.. Enumerable.Range(0, 12).Select(i => new StoreRow.OfInteraction(Call(i + 1, i % 2 == 0 ? "even" : "odd", Monday.AddMinutes(i)) with
        {
            Agent = i < 6 ? "1001" : null,
            Caller = $"+151455501{i:00}",
            EndedAt = i < 10 ? Monday.AddHours(1) : null,
            Outcome = i < 4 ? "diverted: callback" : i < 8 ? "diverted: voicemail" : i < 10 ? "abandoned" : null,
        }))]);
        var any = new InteractionFilter(null, null, null, null, null, null, null, null, 100, null);

        Assert.Equal([12L, 11, 10], Found(any with { Limit = 3 }));
        Assert.Equal([9L, 8], Found(any with { Limit = 2, Before = 10 }));
        Assert.Equal([6L, 5, 4], Found(any with { From = Monday.AddMinutes(3), To = Monday.AddMinutes(6) }));
        Assert.Equal([5L, 3, 1], Found(any with { Queue = "even", Agent = "1001" }));
        Assert.Equal([4L, 3, 2, 1], Found(any with { Outcome = "diverted: callback" }));
        Assert.Equal([8L, 7, 6, 5, 4, 3, 2, 1], Found(any with { Outcome = "diverted" }));
        Assert.Equal([12L, 11], Found(any with { Outcome = "" }));
        Assert.Equal([3L], Found(any with { Number = "0102" }));
        Assert.Empty(Found(any with { Channel = "english" }));
        Assert.Empty(Found(any with { Kind = InteractionKind.Voicemail }));
        Assert.Equal(12, Found(any with { Channel = "french", Kind = InteractionKind.Inbound }).Count);

        List<long> Found(InteractionFilter filter) => [.. Reports.FindInteractions(Tenant, filter).Select(i => i.Id.Value)];
    }

    [Fact]
    public void The_request_of_a_record_is_found()
    {
        var request = _rows.Callback(3, CallbackStatus.Waiting) with { Interaction = new(17) };
        Apply(new StoreRow.OfCallback(request));

        AssertSame(request, Reports.CallbackOf(Tenant, new(17))!);
        Assert.Null(Reports.CallbackOf(Tenant, new(18)));
    }

    private static SlotRange Quarters(int from, int to) => new(Slot.Of(Monday) + from, Slot.Of(Monday) + to);

    private static InteractionRow Call(long id, string queue, Instant at) => new(
        Tenant, new InteractionId(id), InteractionKind.Inbound, null, "french", queue, "+15145550123", "+15145550100", "fr", at, at, null, null, null, null, null)
    {
        LevelThreshold = 20,
    };

    private static string Line(int slot, string[] keys, long[] counters) => $"{slot} {string.Join('|', keys)} {string.Join(',', counters)}";

    private IReadOnlyList<RollupSum> Sum(RollupTable table, string[] by, params (int From, int To)[] quarters) =>
        Reports.Sum(Tenant, new RollupQuery(table, [.. quarters.Select(q => Quarters(q.From, q.To))], by, [], 1000));

    /// <summary>Every row of a table of counts that holds anything.</summary>
    private IEnumerable<string> Slots(RollupTable table)
    {
        SlotRange[] slots = [.. Enumerable.Range(0, 4 * 24).Select(i => Quarters(i, i + 1))];
        return Reports.Sum(Tenant, new RollupQuery(table, slots, table.Keys, [], 100_000))
            .Where(s => s.Counters.Any(c => c != 0)).Select(s => Line(slots[s.Interval].From, [.. s.Keys], s.Counters));
    }
}
