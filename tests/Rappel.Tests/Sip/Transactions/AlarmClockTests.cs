using Rappel.Sip.Transactions;

namespace Rappel.Tests.Sip.Transactions;

public class AlarmClockTests
{
    private static readonly Instant Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Alarms_ring_in_order_of_time_then_of_setting()
    {
        var clock = new AlarmClock();
        var rung = new List<int>();
        var alarms = Enumerable.Range(0, 6).Select(i => new Alarm(_ => rung.Add(i))).ToArray();
        int[] seconds = [3, 1, 2, 1, 3, 2];
        for (var i = 0; i < alarms.Length; i++)
        {
            clock.Set(alarms[i], Start.AddSeconds(seconds[i]));
        }

        clock.Set(alarms[2], null);
        Assert.Equal(Start.AddSeconds(1), clock.Next);
        clock.Advance(Start.AddSeconds(9));
        Assert.Equal([1, 3, 5, 0, 4], rung);
        Assert.Null(clock.Next);
    }

    [Fact]
    public void Ten_thousand_changes_agree_with_a_sorted_list()
    {
        var clock = new AlarmClock();
        var rung = new List<int>();
        var alarms = Enumerable.Range(0, 500).Select(i => new Alarm(_ => rung.Add(i))).ToArray();
        var model = new Dictionary<int, (int At, int Order)>();
        var state = 88172645463325252UL;
        for (var step = 0; step < 10_000; step++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            var (which, at) = ((int)(state % 500), (int)(state / 500 % 60));
            clock.Set(alarms[which], at < 10 ? null : Start.AddSeconds(at));
            if (at < 10)
            {
                model.Remove(which);
            }
            else if (!model.TryGetValue(which, out var old) || old.At != at)
            {
                model[which] = (at, step);
            }
        }

        Assert.Equal(model.Count, clock.Count);
        clock.Advance(Start.AddSeconds(60));
        Assert.Equal(model.OrderBy(m => m.Value).Select(m => m.Key), rung);
    }
}
