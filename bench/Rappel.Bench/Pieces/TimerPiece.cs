using BenchmarkDotNet.Attributes;
using Rappel.Sip.Transactions;

namespace Rappel.Bench.Pieces;

/// <summary>The life of a transaction's timer while so many others run: set, moved as retransmissions do, stopped, set for the end, rung.</summary>
public class TimerPiece
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(32);

    private readonly AlarmClock _clock = new();
    private Instant _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private Alarm[] _alarms = [];
    private int _rung;

    [Params(100, 100_000)]
    public int Running { get; set; }

    /// <summary>One is due with every operation.</summary>
    [GlobalSetup]
    public void Fill()
    {
        _alarms = [.. Enumerable.Range(0, Running).Select(_ => new Alarm(_ => _rung++))];
        for (var i = 0; i < Running; i++)
        {
            _clock.Set(_alarms[i], _now + (Life * (i + 1) / Running));
        }
    }

    [Benchmark(Description = "Timers: set, moved, stopped, set again, rung; {0} running")]
    public int Live()
    {
        var alarm = _alarms[_rung % Running];
        _now += Life / Running;
        _clock.Advance(_now);
        _clock.Set(alarm, _now + TimeSpan.FromMilliseconds(500));
        _clock.Set(alarm, _now + TimeSpan.FromMilliseconds(1_500));
        _clock.Set(alarm, null);
        _clock.Set(alarm, _now + Life);
        return _clock.Count == Running ? _rung : throw new InvalidOperationException($"{_clock.Count} timers run");
    }
}
