using System.Diagnostics;
using Rappel.Server.Net.Media;

namespace Rappel.Tests.Server.Media;

public class BeatLagTests
{
    private static readonly long Millisecond = Stopwatch.Frequency / 1000;
    private readonly BeatLag _lag = new();

    [Fact]
    public void Before_the_first_beat_there_is_none() => Assert.Equal(TimeSpan.Zero, _lag.At(Stopwatch.Frequency * 1000));

    [Fact]
    public void The_worst_is_told_and_fades_within_tenths_of_a_second()
    {
        _lag.Began(1000 * Millisecond, 30 * Millisecond);
        Assert.Equal(30, _lag.At(1000 * Millisecond).TotalMilliseconds, 1.0);
        for (var at = 1002; at <= 1100; at += 2)
        {
            _lag.Began(at * Millisecond, 0);
        }

        Assert.InRange(_lag.At(1100 * Millisecond).TotalMilliseconds, 12, 18);
        for (var at = 1102; at <= 2000; at += 2)
        {
            _lag.Began(at * Millisecond, 0);
        }

        Assert.InRange(_lag.At(2000 * Millisecond).TotalMilliseconds, 0, 0.1);
    }

    [Fact]
    public void A_beat_that_does_not_come_is_seen_while_it_is_awaited()
    {
        _lag.Expect(1000 * Millisecond);
        Assert.Equal(TimeSpan.Zero, _lag.At(999 * Millisecond));
        Assert.Equal(500, _lag.At(1500 * Millisecond).TotalMilliseconds, 1.0);
    }
}
