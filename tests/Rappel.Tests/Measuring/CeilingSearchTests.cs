using Rappel.Measuring;

namespace Rappel.Tests.Measuring;

public class CeilingSearchTests
{
    [Theory]
    [InlineData(730)]
    [InlineData(100)]
    [InlineData(401)]
    [InlineData(1_900)]
    public void It_comes_within_its_nearness_below_what_is_carried(double truth)
    {
        var search = new CeilingSearch(400, 1.3, 1.06, 50, 3_000);
        var steps = Run(search, truth);

        Assert.InRange(search.Ceiling, truth / 1.06, truth);
        Assert.InRange(steps, 2, 14);
    }

    [Fact]
    public void It_stops_at_the_most_it_may_try()
    {
        var search = new CeilingSearch(400, 1.3, 1.06, 50, 1_000);
        Run(search, 5_000);

        Assert.Equal(1_000, search.Ceiling);
    }

    [Fact]
    public void It_gives_up_where_nothing_is_carried()
    {
        var search = new CeilingSearch(400, 1.3, 1.06, 50, 1_000);
        var steps = Run(search, 0);

        Assert.Equal(0, search.Ceiling);
        Assert.InRange(steps, 5, 10);
    }

    private static int Run(CeilingSearch search, double truth)
    {
        var steps = 0;
        for (; search.Next is { } rate; steps++)
        {
            Assert.True(steps < 100, "the search does not end");
            search.Tell(rate, rate <= truth);
        }

        return steps;
    }
}
