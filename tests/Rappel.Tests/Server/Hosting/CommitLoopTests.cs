using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

public sealed class CommitLoopTests : IDisposable
{
    // Not a time the test takes: what a hung loop gets before the test fails.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeStore store = new();
    private readonly EngineInbox inbox = new();
    private readonly CommitLoop loop;

    public CommitLoopTests() => loop = new CommitLoop(store, inbox, NullLogger.Instance);

    public void Dispose()
    {
        loop.Dispose();
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
    public void Too_much_not_yet_on_disk_stops_new_calls()
    {
        for (var number = 1; number <= HostLimits.BatchesBehind + 1; number++)
        {
            loop.Post(new Batch(number, []));
        }

        Assert.Equal(SipAdmission.NoNewCalls, inbox.Admission);
        loop.Start();
        Assert.True(loop.Stop(Patience));
        Assert.Equal(SipAdmission.Welcome, inbox.Admission);
    }
}
