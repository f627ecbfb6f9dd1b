using Rappel.Core.Acd;
using Rappel.Core.Acd.Waits;

namespace Rappel.Tests.Core.Acd.Waits;

public sealed class EstimatorTests
{
    private static readonly Instant Start = new(2025, 3, 3, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_idle_gap_teaches_nothing_about_the_wait()
    {
        var interval = new MeanServiceInterval();
        interval.ServiceBegan(Start, TimeSpan.Zero, stillWaiting: 0);
        interval.ServiceBegan(Start + TimeSpan.FromHours(1), TimeSpan.Zero, stillWaiting: 1);
        Assert.Null(interval.Estimate(At(1)));
        interval.ServiceBegan(Start + TimeSpan.FromHours(1) + TimeSpan.FromSeconds(30), TimeSpan.Zero, stillWaiting: 0);
        Assert.Equal(TimeSpan.FromSeconds(30), interval.Estimate(At(1)));
    }

    [Fact]
    public void Only_the_latest_intervals_count()
    {
        var interval = new MeanServiceInterval();
        var now = Start;
        for (var i = 0; i <= AcdLimits.ServiceIntervals; i++, now += TimeSpan.FromSeconds(60))
        {
            interval.ServiceBegan(now, TimeSpan.Zero, 5);
        }

        now -= TimeSpan.FromSeconds(60);
        for (var i = 0; i < AcdLimits.ServiceIntervals; i++)
        {
            interval.ServiceBegan(now += TimeSpan.FromSeconds(20), TimeSpan.Zero, 5);
        }

        Assert.Equal(TimeSpan.FromSeconds(20), interval.Estimate(At(1)));
    }

    [Fact]
    public void Queue_length_shares_the_handling_times_among_the_agents_on_duty()
    {
        var policy = new QueueLength();
        Assert.Null(policy.Estimate(At(3, onDuty: 2)));
        policy.ServiceEnded(TimeSpan.FromSeconds(200));
        policy.ServiceEnded(TimeSpan.FromSeconds(100));
        Assert.Equal(TimeSpan.FromSeconds(225), policy.Estimate(At(3, onDuty: 2)));
        Assert.Null(policy.Estimate(At(3, onDuty: 0)));
    }

    [Fact]
    public void The_last_to_enter_service_foretells_the_wait_of_whoever_enters()
    {
        var policy = new LastServed();
        policy.ServiceBegan(Start, TimeSpan.FromSeconds(300), 2);
        policy.ServiceBegan(Start, TimeSpan.FromSeconds(120), 2);
        Assert.Equal(TimeSpan.FromSeconds(120), policy.Estimate(At(4, inLine: 3)));
        Assert.Equal(TimeSpan.FromSeconds(30), policy.Estimate(At(1, inLine: 3)));
        policy.ServiceBegan(Start, null, 2);
        Assert.Equal(TimeSpan.FromSeconds(120), policy.Estimate(At(4, inLine: 3)));
    }

    [Fact]
    public void The_head_of_the_line_counts_before_the_last_to_enter_service()
    {
        var policy = new HeadOfLine();
        Assert.Null(policy.Estimate(At(2, inLine: 1, headWait: 500)));
        policy.ServiceBegan(Start, TimeSpan.FromSeconds(120), 1);
        Assert.Equal(TimeSpan.FromSeconds(500), policy.Estimate(At(2, inLine: 1, headWait: 500)));
        Assert.Equal(TimeSpan.FromSeconds(120), policy.Estimate(At(1, inLine: 0)));
    }

    [Fact]
    public void The_moving_average_is_of_the_latest_waits()
    {
        var policy = new MovingAverage();
        for (var i = 0; i < AcdLimits.WaitsAveraged; i++)
        {
            policy.ServiceBegan(Start, TimeSpan.FromSeconds(1000), 1);
        }

        for (var i = 0; i < AcdLimits.WaitsAveraged; i++)
        {
            policy.ServiceBegan(Start, TimeSpan.FromSeconds(50), 1);
        }

        Assert.Equal(TimeSpan.FromSeconds(50), policy.Estimate(At(1)));
    }

    [Fact]
    public void Queue_and_head_is_the_mean_of_both_or_what_is_known()
    {
        var policy = new QueueAndHead();
        Assert.Null(policy.Estimate(At(2, inLine: 1, headWait: 60, onDuty: 1)));
        policy.ServiceBegan(Start, TimeSpan.FromSeconds(10), 1);
        Assert.Equal(TimeSpan.FromSeconds(60), policy.Estimate(At(2, inLine: 1, headWait: 60, onDuty: 1)));
        policy.ServiceEnded(TimeSpan.FromSeconds(100));
        Assert.Equal(TimeSpan.FromSeconds(130), policy.Estimate(At(2, inLine: 1, headWait: 60, onDuty: 1)));
    }

    [Fact]
    public void Those_in_line_already_are_told_by_the_queue_length_alone()
    {
        var policy = new QueueAndHead();
        policy.ServiceBegan(Start, TimeSpan.FromSeconds(10), 1);
        policy.ServiceEnded(TimeSpan.FromSeconds(100));
        Assert.Equal(TimeSpan.FromSeconds(100), policy.Estimate(At(1, inLine: 1, headWait: 3, onDuty: 1)));
    }

    private static LineMoment At(int position, int inLine = 0, double? headWait = null, int onDuty = 1) =>
        new(position, inLine, headWait is { } seconds ? TimeSpan.FromSeconds(seconds) : null, onDuty);
}
