using Rappel.Core.Alerts;
using Rappel.Core.Config;

namespace Rappel.Tests.Core.Alerts;

public sealed class AlertWatchTests
{
    private static readonly Instant Start = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);
    private static readonly AlertSnapshot Crowded = new("crowded", "Crowded", null, AlertMeasure.Waiting, 5, null, TimeSpan.FromSeconds(30), false);
    private readonly AlertWatch watch = new();

    [Fact]
    public void It_is_raised_when_the_figure_was_beyond_for_long_enough()
    {
        Assert.False(Observe(0, 6));
        Assert.False(Observe(29, 7));
        Assert.True(Observe(30, 6));
        Assert.Equal(Start.AddSeconds(30), watch.RaisedAt);
    }

    [Fact]
    public void A_figure_at_the_threshold_is_not_beyond_it()
    {
        Observe(0, 5);
        Observe(60, 5);
        Assert.Null(watch.RaisedAt);
    }

    [Fact]
    public void A_figure_that_comes_and_goes_neither_raises_nor_ends_it()
    {
        for (var second = 0; second < 100; second += 20)
        {
            Observe(second, second % 40 == 0 ? 9 : 1);
        }

        Assert.Null(watch.RaisedAt);
        Observe(199, 1);
        Observe(200, 9);
        Assert.True(Observe(230, 9));
        Observe(231, 1);
        Observe(250, 9);
        Observe(251, 1);
        Assert.False(Observe(280, 1));
        Assert.True(Observe(281, 1));
        Assert.Null(watch.RaisedAt);
    }

    [Fact]
    public void What_is_not_known_changes_nothing()
    {
        Observe(0, 9);
        Observe(30, 9);
        Assert.False(Observe(31, null));
        Assert.False(Observe(90, null));
        Assert.NotNull(watch.RaisedAt);
    }

    [Fact]
    public void Without_a_time_it_is_raised_and_ended_at_once()
    {
        var few = Crowded with { Above = null, Below = 1, For = TimeSpan.Zero, Measure = AlertMeasure.AgentsAvailable };
        Assert.True(watch.Observe(Start, few, 0));
        Assert.True(watch.Observe(Start.AddSeconds(1), few, 1));
    }

    private bool Observe(int second, double? figure) => watch.Observe(Start.AddSeconds(second), Crowded, figure);
}
