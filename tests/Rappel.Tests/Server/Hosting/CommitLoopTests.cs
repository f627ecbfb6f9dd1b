using System.IO;
using System.Text.Json;
using System.Threading;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Hosting;
using Rappel.Server.Telemetry;
using Rappel.Core.Calls;

namespace Rappel.Tests.Server.Hosting;

public sealed class CommitLoopTests : IDisposable
{
    // Not a time the test takes: what a hung loop gets before the test fails.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeStore store = new();
    private readonly EngineInbox inbox = new();
    private readonly CommitLoop loop;

    private readonly string folder = Directory.CreateTempSubdirectory("rappel-commit-").FullName;
    private readonly Alarms alarms = new(TimeProvider.System);

    public CommitLoopTests() =>
        loop = new CommitLoop(store, inbox, new SetAside(SetAsideFile, TimeProvider.System), alarms, NullLogger.Instance);

    private string SetAsideFile => Path.Combine(folder, SetAside.FileName);

    public void Dispose()
    {
        loop.Dispose();
        alarms.Dispose();
        Directory.Delete(folder, true);
        inbox.Dispose();
        store.Dispose();
    }

    [Fact]
    public void All_that_waits_goes_to_disk_together_and_is_answered_once()
    {
        loop.Post(new Batch(1, []));
        loop.Post(new Batch(2, []));
        loop.Start();
        Assert.True(store.Applied.TryTake(out var group, Patience));
        Assert.Equal([1L, 2L], group);
        Assert.True(loop.Stop(Patience));
        Assert.True(inbox.TryTake(out var answer));
        Assert.Equal(new EngineInput.Committed(2), answer);
        Assert.False(inbox.TryTake(out _));
    }

    [Fact]
    public void A_store_that_fails_is_tried_again_until_it_works()
    {
        store.Failing = true;
        loop.Post(new Batch(1, []));
        loop.Start();
        Assert.True(store.Tried.TryTake(out _, Patience));
        Assert.True(store.Tried.TryTake(out _, Patience));
        Assert.False(loop.Healthy);
        Assert.Equal(0, inbox.Count);

        store.Failing = false;
        Assert.True(store.Applied.TryTake(out _, Patience));
        Assert.True(loop.Stop(Patience));
        Assert.True(loop.Healthy);
        Assert.Equal(1, inbox.Count);
    }

    [Fact]
    public void A_batch_that_can_never_be_written_is_set_aside_and_the_others_go_on()
    {
        store.Refused = 2;
        var journal = new JournalRow(TenantId.Default, ManualTime.Start, "cb-7", "requested", "une note", null);
        loop.Post(new Batch(1, []));
        loop.Post(new Batch(2, [new StoreRow.OfJournal(journal)]));
        loop.Post(new Batch(3, []));
        loop.Start();
        Assert.True(loop.Stop(Patience));

        Assert.Equal([1L, 3L], store.Applied.SelectMany(group => group));
        Assert.Equal(
            [new EngineInput.Committed(1), new EngineInput.CommitFailed(2), new EngineInput.Committed(3)], Told());
        var line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(SetAsideFile))).RootElement;
        Assert.Equal(2, line.GetProperty("batch").GetInt64());
        Assert.Equal("the rows contradict each other", line.GetProperty("why").GetString());
        Assert.Equal("une note", line.GetProperty("rows")[0].GetProperty("row").GetProperty("entry").GetProperty("detail").GetString());
        Assert.Equal(("batch-set-aside", 1L), (Assert.Single(alarms.Raised).Kind, alarms.Raised[0].Count));
        Assert.True(loop.Healthy);
        Assert.Equal(0, loop.Behind);
    }

    [Fact]
    public void A_batch_that_cannot_be_set_aside_yet_is_kept_until_it_can()
    {
        Directory.CreateDirectory(SetAsideFile);
        store.Refused = 1;
        loop.Post(new Batch(1, []));
        loop.Start();
        Assert.True(store.Tried.TryTake(out _, Patience));
        Assert.True(SpinWait.SpinUntil(() => !loop.Healthy, Patience));
        Assert.Empty(Told());

        Directory.Delete(SetAsideFile);
        Assert.True(loop.Stop(Patience));
        Assert.Equal([new EngineInput.CommitFailed(1)], Told());
    }

    private List<EngineInput> Told()
    {
        var told = new List<EngineInput>();
        while (inbox.TryTake(out var input))
        {
            told.Add(input);
        }

        return told;
    }

    [Fact]
    public void What_waits_when_the_loop_is_stopped_is_written_first()
    {
        for (var number = 1; number <= 3 * HostLimits.BatchesACommit; number++)
        {
            loop.Post(new Batch(number, []));
        }

        loop.Start();
        Assert.True(loop.Stop(Patience));
        Assert.Equal(3 * HostLimits.BatchesACommit, store.Applied.Sum(group => group.Length));
    }

    [Fact]
    public void What_is_not_yet_on_disk_is_seen_by_those_who_admit_calls()
    {
        for (var number = 1; number <= 30; number++)
        {
            loop.Post(new Batch(number, []));
        }

        Assert.Equal(30, inbox.Measure(default).CommitsWaiting);
        loop.Start();
        Assert.True(loop.Stop(Patience));
        Assert.Equal((0, TimeSpan.Zero), (inbox.Measure(default).CommitsWaiting, inbox.Measure(default).CommitStall));
    }
}
