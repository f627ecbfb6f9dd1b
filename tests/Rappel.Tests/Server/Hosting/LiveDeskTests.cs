using System.Threading.Tasks;
using Rappel.Engine;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

public sealed class LiveDeskTests : IDisposable
{
    private readonly EngineInbox inbox = new();
    private readonly ManualTime time = new();
    private readonly LiveDesk desk;

    public LiveDeskTests() => desk = new LiveDesk(inbox, time);

    public void Dispose() => inbox.Dispose();

    [Fact]
    public async Task Before_the_first_view_there_is_none_and_nothing_is_asked_for()
    {
        Assert.Null(await Look());
        Assert.Equal(0, inbox.Count);
    }

    [Fact]
    public async Task A_view_of_a_moment_ago_is_shown_again()
    {
        desk.Publish(View(1));
        time.Pass(HostLimits.ViewFresh - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, (await Look())!.Calls);
        Assert.Equal(0, inbox.Count);
    }

    [Fact]
    public async Task An_older_one_is_asked_for_anew_once_for_all_who_look()
    {
        desk.Publish(View(1));
        time.Pass(HostLimits.ViewFresh);
        var one = Look();
        var other = Look();
        Assert.False(one.IsCompleted);
        Assert.True(inbox.TryTake(out var asked));
        Assert.IsType<EngineInput.ViewWanted>(asked);
        Assert.Equal(0, inbox.Count);

        desk.Publish(View(2));
        Assert.Equal([2, 2], (await Task.WhenAll(one, other)).Select(v => v!.Calls));
    }

    [Fact]
    public async Task Whoever_waits_too_long_sees_the_older_view_and_the_next_asks_again()
    {
        desk.Publish(View(1));
        time.Pass(HostLimits.ViewFresh);
        var look = Look();
        time.Pass(HostLimits.ViewTime);
        Assert.Equal(1, (await look)!.Calls);

        _ = Look();
        Assert.Equal(2, inbox.Count);
    }

    private Task<LiveView?> Look() => desk.LookAsync(TestContext.Current.CancellationToken).AsTask();

    private LiveView View(int calls) => new(time.GetUtcNow(), 1, false, calls, [], []);
}
