using Rappel.Engine;
using Rappel.Engine.Admission;
using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

public sealed class EngineInboxTests : IDisposable
{
    private readonly EngineInbox inbox = new();

    public void Dispose() => inbox.Dispose();

    private void Fill(int to)
    {
        while (inbox.Count < to)
        {
            inbox.Post(new EngineInput.TimePassed());
        }
    }

    [Fact]
    public void It_is_full_of_so_many_inputs()
    {
        Fill(HostLimits.WaitingForSip - 1);
        Assert.False(inbox.IsFull);
        Fill(HostLimits.WaitingForSip);
        Assert.True(inbox.IsFull);
    }

    [Fact]
    public void It_measures_how_long_inputs_wait_and_what_is_not_on_disk()
    {
        inbox.Post(new EngineInput.Committed(1));
        inbox.CountUnwritten(2);
        var waiting = inbox.Measure(default);
        Assert.True(waiting.OldestInput > TimeSpan.Zero && waiting.EngineLag >= waiting.OldestInput);
        Assert.Equal((1, 2), (waiting.InputsWaiting, waiting.CommitsWaiting));
        Assert.True(waiting.CommitStall > TimeSpan.Zero);

        inbox.TryTake(out _);
        inbox.CountUnwritten(-2);
        var taken = inbox.Measure(default);
        Assert.True(taken.EngineLag >= waiting.OldestInput);
        Assert.Equal(new LoadReading { EngineLag = taken.EngineLag }, taken);
        Assert.Equal(default, inbox.Measure(default));
    }

    [Fact]
    public void What_is_not_SIP_is_taken_even_then()
    {
        Fill(HostLimits.WaitingForSip);
        inbox.Post(new EngineInput.Committed(1));
        Assert.Equal(HostLimits.WaitingForSip + 1, inbox.Count);
    }

    [Fact]
    public void Inputs_come_out_in_the_order_they_went_in()
    {
        inbox.Post(new EngineInput.Committed(1));
        inbox.Post(new EngineInput.Committed(2));
        Assert.True(inbox.TryTake(out var first));
        Assert.Equal(new EngineInput.Committed(1), first);
    }
}
