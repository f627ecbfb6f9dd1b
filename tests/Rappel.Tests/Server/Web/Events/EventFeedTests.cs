using System.Threading.Tasks;
using Rappel.Core.Acd;
using Rappel.Core.Callbacks;
using Rappel.Engine.Journal;
using Rappel.Server.Web.Events;

namespace Rappel.Tests.Server.Web.Events;

public sealed class EventFeedTests : IDisposable
{
    private readonly FeedBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task One_who_begins_is_told_all_and_then_only_what_changed()
    {
        var listener = bench.Listen("queues,agents");
        await bench.BeatAsync();
        var first = FeedBench.Take(listener);
        await bench.BeatAsync();
        var quiet = FeedBench.Take(listener);
        ChangeAgent("1001", AgentStatus.OnBreak);
        await bench.BeatAsync();
        var changed = FeedBench.Take(listener);

        Assert.Equal([("queues", true), ("agents", true)], first.Select(h => (h.Event, h.IsFull)));
        Assert.Equal(["1001", "1002", "1003"], first[1].Items("agent"));
        Assert.Empty(quiet);
        var only = Assert.Single(changed);
        Assert.Equal(("agents", false), (only.Event, only.IsFull));
        Assert.Equal(["on-break"], only.Items("status"));
    }

    [Fact]
    public async Task What_is_gone_is_told_by_its_key()
    {
        var listener = bench.Listen("queues");
        await bench.BeatAsync();
        FeedBench.Take(listener);
        bench.Engine.Live = bench.Engine.Live! with { Queues = [bench.Engine.Live.Queues[0]] };
        await bench.BeatAsync();

        var told = Assert.Single(FeedBench.Take(listener));

        Assert.Empty(told.Items("queue"));
        Assert.Equal("callbacks", Assert.Single(told.Json.GetProperty("removed").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task One_who_comes_later_begins_with_what_is_so_then()
    {
        var early = bench.Listen("agents");
        await bench.BeatAsync();
        FeedBench.Take(early);
        var late = bench.Listen("agents");
        ChangeAgent("1001", AgentStatus.OnBreak);
        await bench.BeatAsync();

        Assert.False(Assert.Single(FeedBench.Take(early)).IsFull);
        var told = Assert.Single(FeedBench.Take(late));
        Assert.True(told.IsFull);
        Assert.Equal(["on-break", "busy", "logged-out"], told.Items("status"));
    }

    [Fact]
    public async Task An_event_is_written_once_for_all_who_hear_it()
    {
        var (one, other) = (bench.Listen("agents"), bench.Listen("agents,queues"));
        await bench.BeatAsync();
        Assert.True(one.Events.TryRead(out var mine));
        Assert.True(other.Events.TryRead(out _));
        Assert.True(other.Events.TryRead(out var theirs));

        Assert.Same(mine, theirs);
    }

    [Fact]
    public async Task Work_is_told_to_those_who_listen_to_that_agent()
    {
        var (hers, his) = (bench.Listen("work", "1001"), bench.Listen("work", "1002"));
        await bench.BeatAsync();
        Assert.Equal("1001", Assert.Single(FeedBench.Take(hers)).Json.GetProperty("agent").GetString());
        Assert.Equal("cb-4", Assert.Single(FeedBench.Take(his)).Json.GetProperty("work").GetString());
        ChangeAgent("1001", AgentStatus.OnBreak);
        await bench.BeatAsync();

        Assert.Equal("on-break", Assert.Single(FeedBench.Take(hers)).Json.GetProperty("status").GetString());
        Assert.Empty(FeedBench.Take(his));
    }

    [Fact]
    public async Task Work_is_told_anew_where_its_callback_was_written()
    {
        var listener = bench.Listen("work", "1002");
        await bench.BeatAsync();
        FeedBench.Take(listener);
        bench.Write(new StoreRow.OfCallback(HandlingApiTests.Request(4)));
        await bench.BeatAsync();

        Assert.Equal("cb-4", Assert.Single(FeedBench.Take(listener)).Json.GetProperty("callback").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Rows_are_told_once_they_are_on_disk_as_they_are_last()
    {
        var listener = bench.Listen("callbacks");
        await bench.BeatAsync();
        Assert.True(Assert.Single(FeedBench.Take(listener)).IsFull);
        var request = HandlingApiTests.Request(4);
        bench.Write(new StoreRow.OfCallback(request), new StoreRow.OfCallback(request with { Revision = request.Revision + 1, Status = CallbackStatus.Cancelled }),
            new StoreRow.OfCallback(HandlingApiTests.Request(5)));
        await bench.BeatAsync();

        var told = Assert.Single(FeedBench.Take(listener));
        Assert.Equal([("cb-4", "cancelled"), ("cb-5", "waiting")], told.Items("id").Zip(told.Items("status")));
        Assert.Equal("cb-4", Assert.Single(told.Json.GetProperty("gone").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task More_rows_than_can_be_told_are_to_be_read_again()
    {
        var listener = bench.Listen("callbacks");
        await bench.BeatAsync();
        FeedBench.Take(listener);
        bench.Write([.. Enumerable.Range(1, EventLimits.RowsInAnEvent + 1).Select(i => new StoreRow.OfCallback(HandlingApiTests.Request(i)))]);
        await bench.BeatAsync();

        var told = Assert.Single(FeedBench.Take(listener));
        Assert.True(told.IsFull);
        Assert.Empty(told.Items("id"));
    }

    [Fact]
    public async Task One_who_comes_back_is_told_the_rows_that_it_missed()
    {
        var listener = bench.Listen("callbacks");
        await bench.BeatAsync();
        var seen = FeedBench.Take(listener)[^1].Id;
        bench.Listeners.Remove(listener);
        bench.Write(new StoreRow.OfCallback(HandlingApiTests.Request(4)));
        await bench.BeatAsync();

        var again = bench.Listen("callbacks", after: bench.Feed.SerialOf(seen));
        await bench.BeatAsync();

        Assert.Equal(["cb-4"], Assert.Single(FeedBench.Take(again)).Items("id"));
        Assert.Null(bench.Feed.SerialOf("0-7"));
    }

    [Fact]
    public async Task One_who_missed_more_than_is_kept_reads_again()
    {
        var listener = bench.Listen("callbacks");
        await bench.BeatAsync();
        var seen = bench.Feed.SerialOf(FeedBench.Take(listener)[^1].Id);
        for (var i = 0; i <= EventLimits.KeptEvents; i++)
        {
            bench.Write(new StoreRow.OfCallback(HandlingApiTests.Request(i + 1)));
            await bench.BeatAsync();
        }

        var again = bench.Listen("callbacks", after: seen);
        await bench.BeatAsync();

        Assert.True(Assert.Single(FeedBench.Take(again)).IsFull);
    }

    [Fact]
    public async Task One_who_is_too_slow_begins_anew_when_it_has_caught_up()
    {
        var (slow, quick) = (bench.Listen("agents"), bench.Listen("agents"));
        await bench.BeatAsync();
        for (var i = 0; i < EventLimits.WaitingForListener + 10; i++)
        {
            ChangeAgent("1001", i % 2 == 0 ? AgentStatus.OnBreak : AgentStatus.Available);
            await bench.BeatAsync();
            Assert.NotEmpty(FeedBench.Take(quick));
        }

        Assert.Equal(EventLimits.WaitingForListener, FeedBench.Take(slow).Count);
        await bench.BeatAsync();
        var anew = FeedBench.Take(slow);

        Assert.Equal(["resync", "agents"], anew.Select(h => h.Event));
        Assert.True(anew[1].IsFull);
        Assert.Empty(FeedBench.Take(quick));
    }

    [Fact]
    public async Task One_whose_session_is_over_is_dismissed_within_a_second()
    {
        var may = true;
        var listener = bench.Listen("agents", mayGoOn: () => may);
        await bench.BeatAsync();
        may = false;
        bench.Time.Pass(EventLimits.AccessCheck);
        await bench.BeatAsync();
        FeedBench.Take(listener);

        Assert.True(listener.Events.Completion.IsCompleted);
    }

    [Fact]
    public async Task A_quiet_line_is_kept_alive_by_a_comment()
    {
        var listener = bench.Listen("agents");
        await bench.BeatAsync();
        FeedBench.Take(listener);
        bench.Time.Pass(EventLimits.Comment);
        await bench.BeatAsync();

        Assert.Equal("", Assert.Single(FeedBench.Take(listener)).Event);
    }

    [Fact]
    public async Task The_status_is_told_when_the_centre_drains_and_not_with_every_call()
    {
        var listener = bench.Listen("status");
        await bench.BeatAsync();
        FeedBench.Take(listener);
        bench.Engine.Live = bench.Engine.Live! with { Calls = 9, At = FakeEngine.At.AddSeconds(1) };
        await bench.BeatAsync();
        Assert.Empty(FeedBench.Take(listener));
        bench.Engine.Live = bench.Engine.Live with { Draining = true };
        await bench.BeatAsync();

        Assert.True(Assert.Single(FeedBench.Take(listener)).Json.GetProperty("draining").GetBoolean());
    }

    [Fact]
    public void Nothing_is_kept_while_nobody_listens()
    {
        var rows = new CommittedRows();
        rows.Post([new Batch(1, [new StoreRow.OfCallback(HandlingApiTests.Request(4))])]);
        Assert.Empty(rows.Take().Rows);
    }

    private void ChangeAgent(string agent, AgentStatus status) => bench.Engine.Live = bench.Engine.Live! with
    {
        Agents = [.. bench.Engine.Live.Agents.Select(a => a.Agent == agent ? a with { Status = status } : a)],
    };
}
