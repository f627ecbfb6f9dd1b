using Rappel.Server.Hosting;

namespace Rappel.Tests.Server.Hosting;

public class ClockTests
{
    private readonly ManualTime time = new();
    private readonly List<string> steps = [];
    private readonly Clock clock;

    public ClockTests() => clock = new Clock(time, steps.Add);

    [Fact]
    public void It_follows_the_wall()
    {
        time.Pass(TimeSpan.FromSeconds(90));
        clock.Check();
        Assert.Equal(ManualTime.Start.AddSeconds(90), clock.Now);
        Assert.Empty(steps);
    }

    [Fact]
    public void A_wall_set_forward_far_is_followed_at_once_and_told()
    {
        time.SetWall(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromHours(1), clock.Check());
        Assert.Equal(ManualTime.Start.AddHours(1), clock.Now);
        Assert.Single(steps);
    }

    [Fact]
    public void A_wall_set_forward_a_little_is_caught_up_with_no_faster_than_a_tenth()
    {
        time.SetWall(TimeSpan.FromSeconds(1.9));
        for (var second = 0; second < 30; second++)
        {
            var before = clock.Now;
            Assert.Equal(TimeSpan.Zero, clock.Check());
            time.Pass(TimeSpan.FromSeconds(1));
            Assert.InRange((clock.Now - before).TotalSeconds, 1, 1.1001);
        }

        clock.Check();
        Assert.InRange((clock.Now - time.GetUtcNow()).TotalMilliseconds, -5, 100);
        Assert.Equal(2, steps.Count);
    }

    [Fact]
    public void A_wall_that_differs_unnoticeably_is_left_alone()
    {
        time.SetWall(TimeSpan.FromMilliseconds(200));
        clock.Check();
        time.SetWall(TimeSpan.FromMilliseconds(-400));
        clock.Check();
        Assert.Equal(ManualTime.Start, clock.Now);
        Assert.Empty(steps);
    }

    [Fact]
    public void A_wall_set_back_never_turns_time_back()
    {
        time.Pass(TimeSpan.FromSeconds(100));
        var before = clock.Now;
        time.SetWall(TimeSpan.FromSeconds(-10));
        clock.Check();
        Assert.Equal(before, clock.Now);

        var last = clock.Now;
        for (var second = 0; second < 200; second++)
        {
            time.Pass(TimeSpan.FromSeconds(1));
            clock.Check();
            Assert.True(clock.Now > last);
            last = clock.Now;
        }

        Assert.InRange((clock.Now - time.GetUtcNow()).TotalMilliseconds, -100, 5);
        Assert.Equal(2, steps.Count);
    }
}
