using Rappel.Media.Sessions;
using Rappel.Server.Net.Media;

namespace Rappel.Tests.Server.Media;

public class BeatClockTests
{
    private readonly BeatClock _clock = new(1000, 20, 10);

    [Fact]
    public void Each_slot_is_due_every_period_and_told_once()
    {
        var told = new List<(long At, int Slot)>();
        for (var now = 1000; now <= 1044; now++)
        {
            while (_clock.TryTake(now, out var slot, out var late))
            {
                Assert.Equal(0, late);
                told.Add((now, slot));
            }
        }

        Assert.Equal(Enumerable.Range(1, 22).Select(n => (1000L + (2 * n), (n - 1) % 10)), told);
    }

    [Fact]
    public void Lateness_is_told_and_not_passed_on()
    {
        Assert.True(_clock.TryTake(1005, out _, out var late));
        Assert.Equal(3, late);
        Assert.True(_clock.TryTake(1005, out _, out late));
        Assert.Equal(1, late);
        Assert.False(_clock.TryTake(1005, out _, out _));
        Assert.Equal(1006, _clock.Next);
    }

    [Fact]
    public void After_a_long_stall_every_slot_makes_up_as_many_beats_and_no_more()
    {
        var now = 1000 + (20 * 500);
        var made = new int[10];
        while (_clock.TryTake(now, out var slot, out _))
        {
            made[slot]++;
        }

        Assert.All(made, beats => Assert.Equal(MediaNetLimits.LateBeats, beats));
        Assert.Equal(500 - MediaNetLimits.LateBeats, _clock.Skipped);
        Assert.Equal(now + 2, _clock.Next);
    }

    [Fact]
    public void Slots_that_nobody_is_in_are_not_waited_for_but_the_first_is()
    {
        Assert.True(_clock.TryTake(1002, out _, out _));
        Assert.Equal(1004, _clock.NextWanted(_ => 1));
        Assert.Equal(1012, _clock.NextWanted(slot => slot == 5 ? 1 : 0));
        Assert.Equal(1022, _clock.NextWanted(_ => 0));
    }

    [Fact]
    public void A_second_makes_fifty_beats_of_each_slot_of_the_media_machine()
    {
        var clock = new BeatClock(0, MediaLimits.PacketMilliseconds, MediaLimits.BeatSlots);
        var made = 0;
        for (var now = 0; now <= 1000; now += 7)
        {
            while (clock.TryTake(now, out _, out _))
            {
                made++;
            }
        }

        Assert.InRange(made, 494, 500);
    }
}
