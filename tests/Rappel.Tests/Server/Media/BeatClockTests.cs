using System.Diagnostics;
using Rappel.Server.Net.Media;

namespace Rappel.Tests.Server.Media;

public class BeatClockTests
{
    private readonly BeatClock _clock = new(1000, 20);

    [Fact]
    public void A_beat_is_due_every_period_and_told_once()
    {
        Assert.Equal([0, 1, 0, 1, 0], new long[] { 1019, 1020, 1039, 1040, 1041 }.Select(_clock.Due));
    }

    [Fact]
    public void Lateness_is_not_passed_on()
    {
        Assert.Equal(1, _clock.Due(1035));
        Assert.Equal(1, _clock.Due(1040));
        Assert.Equal(5, _clock.Due(1149));
        Assert.Equal(1, _clock.Due(1160));
        Assert.Equal(0, _clock.Skipped);
    }

    [Fact]
    public void After_a_long_stall_only_so_many_are_made_up()
    {
        Assert.Equal(MediaNetLimits.LateBeats, _clock.Due(1000 + (20 * 500)));
        Assert.Equal(500 - MediaNetLimits.LateBeats, _clock.Skipped);
        Assert.Equal(1, _clock.Due(1000 + (20 * 501)));
    }

    [Fact]
    public void The_wait_ends_with_the_beat()
    {
        Assert.Equal(Stopwatch.GetElapsedTime(0, 15), _clock.Until(1005));
        Assert.Equal(TimeSpan.Zero, _clock.Until(1020));
    }
}
