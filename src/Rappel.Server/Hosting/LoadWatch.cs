using System.Globalization;
using System.Threading;
using Microsoft.Extensions.Logging;
using Rappel.Engine.Admission;
using Rappel.Server.Telemetry;

namespace Rappel.Server.Hosting;

/// <summary>
/// Reads the gauges of the loops ten times a second and gives the readings to <see cref="AdmissionControl"/>, which it alone asks. Any thread
/// may ask for a call to be admitted: who comes when a reading is due takes it, so that readings do not depend on a timer while the cores are
/// full. The beginning and the end of a shedding are logged.
/// </summary>
public sealed class LoadWatch : IDisposable
{
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly LogValve valve;
    private readonly Lock turn = new();
    private readonly long began;
    private readonly AdmissionControl control;
    private Func<LoadReading, LoadReading>[] gauges = [];
    private ITimer? timer;
    private LoadReading reading;
    private long readAt;
    private long refusedBefore;
    private volatile bool holdingBack;

    public LoadWatch(TimeProvider time, ILogger logger)
    {
        this.time = time;
        this.logger = logger;
        valve = new LogValve(time);
        began = readAt = time.GetTimestamp();
        control = new AdmissionControl(Instant.UnixEpoch);
    }

    /// <summary>Each adds what it measured since it was called before; called by one thread at a time. Before <see cref="Start"/>.</summary>
    public void Watch(params Func<LoadReading, LoadReading>[] more) => gauges = [.. gauges, .. more];

    /// <summary>Readings go on also where no call comes.</summary>
    public void Start() => timer = time.CreateTimer(_ => Refresh(), null, AdmissionLimits.Interval, AdmissionLimits.Interval);

    /// <summary>True while not all new calls are taken.</summary>
    public bool IsHoldingBack => holdingBack;

    /// <summary>Whether a new call is taken. Asked once for each call.</summary>
    public bool TryAdmit(bool fromAgent)
    {
        lock (turn)
        {
            ReadWhenDue();
            return control.TryAdmit(Now, fromAgent);
        }
    }

    /// <summary>Takes a reading where one is due.</summary>
    public void Refresh()
    {
        // Somebody else is at it.
        if (!turn.TryEnter())
        {
            return;
        }

        try
        {
            ReadWhenDue();
        }
        finally
        {
            turn.Exit();
        }
    }

    /// <summary>The state of things, for people.</summary>
    public LoadReport Report()
    {
        lock (turn)
        {
            ReadWhenDue();
            return new LoadReport(control.State, control.Cause, control.Rate, control.AdmittedRate, control.Admitted, control.Refused, reading);
        }
    }

    public void Dispose() => timer?.Dispose();

    // The machine wants lengths of time, so any beginning does; the wall is of no interest here.
    private Instant Now => Instant.UnixEpoch + time.GetElapsedTime(began);

    private void ReadWhenDue()
    {
        // A little less than the interval: the timer may come a moment early.
        if (time.GetElapsedTime(readAt) < AdmissionLimits.Interval * 0.9)
        {
            return;
        }

        readAt = time.GetTimestamp();
        reading = default;
        foreach (var gauge in gauges)
        {
            reading = gauge(reading);
        }

        var before = control.State;
        control.Observe(Now, reading);
        holdingBack = control.State != AdmissionState.Open;
        if (control.State != before)
        {
            Tell(before);
        }
    }

    private void Tell(AdmissionState before)
    {
        if (!valve.Admits(control.State.ToString(), out _))
        {
            return;
        }

        switch (control.State)
        {
            case AdmissionState.Open:
                logger.LogWarning(
                    LogKinds.Admission, "all new calls are taken again; {Refused} were answered 503 meanwhile", control.Refused - refusedBefore);
                break;
            case AdmissionState.Shedding when before == AdmissionState.Open:
                refusedBefore = control.Refused;
                logger.LogWarning(
                    LogKinds.Admission, "more calls come than can be served: {Rate:0} a second are taken, the others answered 503; {Why}", control.Rate, Why());
                break;
            case AdmissionState.Closed:
                refusedBefore = before == AdmissionState.Open ? control.Refused : refusedBefore;
                logger.LogWarning(LogKinds.Admission, "no new call is taken for now, all are answered 503; {Why}", Why());
                break;
        }
    }

    private string Why() => string.Create(
        CultureInfo.InvariantCulture,
        $"cause: {control.Cause}; inputs wait {reading.EngineLag.TotalMilliseconds:0} ms for the engine ({reading.InputsWaiting} of them), audio is {reading.MediaLag.TotalMilliseconds:0} ms late, "
        + $"{reading.CommitsWaiting} batches wait for the disk (the last was written {reading.CommitStall.TotalSeconds:0.0} s ago), {reading.PortsReady} RTP ports are ready, processor {100 * reading.ProcessorShare:0} %");
}
