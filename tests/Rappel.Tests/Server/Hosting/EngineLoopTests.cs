using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Engine;
using Rappel.Engine.Journal;
using Rappel.Server.Hosting;
using Rappel.Server.Telemetry;

namespace Rappel.Tests.Server.Hosting;

public sealed class EngineLoopTests : IDisposable
{
    private readonly FakeEngine engine = new();
    private readonly EngineInbox inbox = new();
    private readonly ManualTime time = new();
    private readonly RecordingOutlets outlets = new();
    private readonly Alarms alarms;
    private readonly EngineLoop loop;

    public EngineLoopTests()
    {
        alarms = new Alarms(time);
        loop = new EngineLoop(engine, inbox, new Clock(time, _ => { }), outlets, alarms, NullLogger.Instance);
    }

    public void Dispose()
    {
        loop.Dispose();
        alarms.Dispose();
        inbox.Dispose();
    }

    [Fact]
    public void A_turn_takes_all_that_waits_before_it_hands_anything_on()
    {
        engine.Answers = input => input is EngineInput.RtpPortReady { Port: var port }
            ? [new EngineOutput.Commit(new Batch(port, []))]
            : [];
        inbox.Post(new EngineInput.RtpPortReady(1));
        inbox.Post(new EngineInput.RtpPortReady(2));
        loop.Turn();
        Assert.Equal([1L, 2L], outlets.Given.Cast<Batch>().Select(b => b.Number));
        Assert.Equal(0, inbox.Count);
    }

    [Fact]
    public void A_deadline_that_is_due_reaches_the_engine_once()
    {
        engine.NextDeadline = ManualTime.Start.AddSeconds(1);
        loop.Turn();
        Assert.Empty(engine.Handled);
        time.Pass(TimeSpan.FromSeconds(1));
        loop.Turn();
        loop.Turn();
        Assert.IsType<EngineInput.TimePassed>(Assert.Single(engine.Handled));
    }

    [Fact]
    public void One_input_that_faults_does_not_stop_the_others()
    {
        engine.Answers = input => input is EngineInput.RtpPortReady { Port: 1 } ? throw new InvalidOperationException("broken") : [new EngineOutput.Drained()];
        inbox.Post(new EngineInput.RtpPortReady(1));
        inbox.Post(new EngineInput.RtpPortReady(2));
        loop.Turn();
        Assert.Equal(1, loop.Faults);
        Assert.Equal(new Alarm("engine-fault", 1, ManualTime.Start), Assert.Single(alarms.Raised));
        Assert.Equal("drained", Assert.Single(outlets.Given));
    }

    [Fact]
    public void Time_that_was_skipped_is_told_before_anything_falls_due_by_it()
    {
        engine.NextDeadline = ManualTime.Start.AddSeconds(30);
        engine.Answers = input =>
        {
            engine.NextDeadline += input is EngineInput.TimeSkipped skipped ? skipped.By : TimeSpan.Zero;
            return [];
        };
        time.Pass(TimeSpan.FromSeconds(1));
        time.SetWall(TimeSpan.FromHours(1));
        loop.CheckClock();
        loop.Turn();
        Assert.Equal(new EngineInput.TimeSkipped(TimeSpan.FromHours(1)), Assert.Single(engine.Handled));

        time.Pass(TimeSpan.FromSeconds(29));
        loop.Turn();
        Assert.IsType<EngineInput.TimePassed>(engine.Handled[^1]);
    }

    [Fact]
    public void A_deadline_that_cannot_be_handled_does_not_make_the_thread_spin()
    {
        engine.Answers = _ =>
        {
            engine.NextDeadline = ManualTime.Start;
            throw new InvalidOperationException("broken");
        };
        engine.NextDeadline = ManualTime.Start;
        loop.Turn();
        Assert.Equal(1, loop.Faults);
        Assert.Equal(HostLimits.StuckPause, loop.UntilNextDeadline());
    }

    [Fact]
    public void A_turn_is_bounded()
    {
        for (var i = 0; i <= HostLimits.InputsATurn; i++)
        {
            inbox.Post(new EngineInput.RtpPortReady(i));
        }

        loop.Turn();
        Assert.Equal(1, inbox.Count);
    }

    [Fact]
    public void Each_output_has_its_outlet()
    {
        var view = new LiveView(time.GetUtcNow(), 1, false, 0, [], []);
        engine.Answers = _ =>
        [
            new EngineOutput.SendSip(default, default),
            new EngineOutput.OrderMedia(new MediaOrder.Close(default)),
            new EngineOutput.Publish(view),
            new EngineOutput.Answered(7, new CommandAnswer(null, null, null)),
            new EngineOutput.Log(LogLevel.Note, "kind", "text"),
        ];
        inbox.Post(new EngineInput.TimePassed());
        loop.Turn();
        Assert.Equal(
            [typeof(EngineOutput.SendSip), typeof(MediaOrder.Close), typeof(LiveView), typeof(CommandAnswer), typeof(EngineOutput.Log)],
            outlets.Given.Select(g => g.GetType()));
    }
}
