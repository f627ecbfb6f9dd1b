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
    public void A_wall_set_forward_is_followed_at_once_and_told()
    {
        time.SetWall(TimeSpan.FromHours(1));
        clock.Check();
        Assert.Equal(ManualTime.Start.AddHours(1), clock.Now);
        Assert.Single(steps);
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
