using Rappel.Engine.Journal;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

public sealed class BatchQueueTests : IDisposable
{
    private readonly BatchQueue queue = new();
    private readonly List<Batch> group = [];

    public void Dispose() => queue.Dispose();

    [Fact]
    public void Batches_that_nobody_waits_for_go_with_the_next_that_somebody_waits_for()
    {
        queue.Post(new Batch(1, []) { IsAwaited = false });
        queue.Post(new Batch(2, []) { IsAwaited = false });
        queue.Post(new Batch(3, []));
        Assert.True(queue.TryTake(group));
        Assert.Equal([1L, 2L, 3L], group.Select(b => b.Number));
    }

    [Fact]
    public void Batches_that_nobody_waits_for_go_by_themselves_in_the_end()
    {
        queue.Post(new Batch(1, []) { IsAwaited = false });
        Assert.True(queue.TryTake(group));
        Assert.Equal(1, Assert.Single(group).Number);
    }

    [Fact]
    public void Nothing_is_gathered_for_once_the_queue_is_closed()
    {
        queue.Post(new Batch(1, []) { IsAwaited = false });
        queue.Close();
        Assert.True(queue.TryTake(group));
        group.Clear();
        Assert.False(queue.TryTake(group));
    }

    [Fact]
    public void One_group_is_bounded()
    {
        for (var number = 1; number <= HostLimits.BatchesACommit + 1; number++)
        {
            queue.Post(new Batch(number, []));
        }

        Assert.True(queue.TryTake(group));
        Assert.Equal(HostLimits.BatchesACommit, group.Count);
    }
}
