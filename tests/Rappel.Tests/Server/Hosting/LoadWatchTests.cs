using Microsoft.Extensions.Logging;
using Rappel.Engine.Admission;
using Rappel.Server.Hosting;
using Rappel.Tests.Server.Speech;

namespace Rappel.Tests.Server.Hosting;

public sealed class LoadWatchTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly LogBook log = new();
    private readonly LoadWatch load;
    private TimeSpan lag;

    public LoadWatchTests()
    {
        load = new LoadWatch(time, log);
        load.Watch(reading => reading with { EngineLag = lag, InputsWaiting = 7 }, reading => reading with { ProcessorShare = reading.InputsWaiting / 10.0 });
    }

    public void Dispose() => load.Dispose();

    [Fact]
    public void A_call_that_comes_when_a_reading_is_due_brings_it_about()
    {
        lag = TimeSpan.FromMilliseconds(50);
        for (var tenths = 0; tenths < 4; tenths++)
        {
            Assert.True(load.TryAdmit(fromAgent: false));
            time.Pass(AdmissionLimits.Interval);
        }

        load.TryAdmit(fromAgent: false);
        Assert.True(load.IsHoldingBack);
        Assert.Equal(new LoadReading { EngineLag = lag, InputsWaiting = 7, ProcessorShare = 0.7 }, load.Report().Reading);
    }

    [Fact]
    public void The_beginning_and_the_end_are_logged_once_each_and_no_call_between()
    {
        Stand(TimeSpan.FromMilliseconds(50), 10);
        Stand(TimeSpan.Zero, 60);

        var lines = log.Lines.Select(line => line.Text).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("answered 503; cause: Engine; inputs wait 50 ms for the engine (7 of them)", lines[0], StringComparison.Ordinal);
        Assert.Contains("all new calls are taken again; ", lines[1], StringComparison.Ordinal);
    }

    private void Stand(TimeSpan waits, int tenths)
    {
        lag = waits;
        for (var tenth = 0; tenth < tenths; tenth++)
        {
            time.Pass(AdmissionLimits.Interval);
            for (var calls = 0; waits > TimeSpan.Zero && calls < 100; calls++)
            {
                load.TryAdmit(fromAgent: false);
            }

            load.Refresh();
        }
    }
}
