namespace Rappel.Engine.Admission;

/// <summary>
/// Decides which new calls are taken, so that those that are keep their audio and their answers. As long as no reading is too high all are. When
/// one stands too high, calls are taken at a rate, which sinks while it is too high and rises slowly while it is not: the rate settles where the
/// machine is full and stays there. (RFC 6357 §5 and RFC 7339 on why a rate, and not a switch: a switch that feels the load late swings between
/// all and nothing.) A machine told the time, for one thread at a time; any monotonic time will do.
/// </summary>
public sealed class AdmissionControl(Instant start)
{
    private readonly Instant _start = start;
    private CallAllowance _calls;
    private CallAllowance _agents = new(start, AdmissionLimits.AgentCalls);
    private Instant _observed = start;
    private double _admittedRate;
    private double _processorShare;
    private double _pressure;
    private double _servedRate;
    private long _skipped;
    private TimeSpan _tooMuch;
    private TimeSpan _calm;
    private int _admittedSince;
    private int _refusedSince;
    private LoadCause _cause;
    private LoadCause _closed;

    public AdmissionState State => _closed != LoadCause.None ? AdmissionState.Closed : Rate is null ? AdmissionState.Open : AdmissionState.Shedding;

    /// <summary>New calls a second that are taken; null where all are.</summary>
    public double? Rate { get; private set; }

    /// <summary>What asked for fewer calls last; none while all are taken.</summary>
    public LoadCause Cause => _closed != LoadCause.None ? _closed : _cause;

    /// <summary>New calls taken a second, averaged over <see cref="AdmissionLimits.RateHorizon"/>.</summary>
    public double AdmittedRate => _admittedRate;

    /// <summary>New calls taken since the start.</summary>
    public long Admitted { get; private set; }

    /// <summary>New calls refused since the start.</summary>
    public long Refused { get; private set; }

    /// <summary>Whether a new call is taken. Asked once for each call.</summary>
    /// <param name="fromAgent">An agent's own call, which is taken also when others are not.</param>
    public bool TryAdmit(Instant now, bool fromAgent = false)
    {
        var taken = State switch
        {
            AdmissionState.Open => true,
            AdmissionState.Shedding => _calls.TryTake(now, Rate!.Value),
            _ => false,
        };
        if (taken || (fromAgent && _agents.TryTake(now, AdmissionLimits.AgentCalls)))
        {
            _admittedSince++;
            Admitted++;
            return true;
        }

        _refusedSince++;
        Refused++;
        return false;
    }

    /// <summary>Takes a reading, about every <see cref="AdmissionLimits.Interval"/>.</summary>
    public void Observe(Instant now, in LoadReading reading)
    {
        var passed = now - _observed;
        if (passed <= TimeSpan.Zero)
        {
            return;
        }

        _observed = now;
        Average(ref _admittedRate, _admittedSince / passed.TotalSeconds, passed, AdmissionLimits.RateHorizon);
        Average(ref _servedRate, _admittedSince / passed.TotalSeconds, passed, Min(now - _start, AdmissionLimits.LongHorizon));
        Average(ref _processorShare, reading.ProcessorShare, passed, AdmissionLimits.ShareHorizon);
        var (pressure, cause) = PressureOf(reading, reading.BeatsSkipped > _skipped);
        _closed = ClosedBy(reading);
        _tooMuch = pressure > 1 ? _tooMuch + passed : TimeSpan.Zero;
        if (Rate is not null)
        {
            Steer(passed, pressure, cause);
        }
        else if (_tooMuch >= AdmissionLimits.Persistence || _closed is LoadCause.Engine or LoadCause.Commits)
        {
            Begin(now, cause);
        }

        _skipped = reading.BeatsSkipped;
        _pressure = pressure;
        _admittedSince = 0;
        _refusedSince = 0;
    }

    /// <summary>The worst reading as a multiple of what is allowed of it.</summary>
    private static (double Pressure, LoadCause Cause) PressureOf(in LoadReading reading, bool skipped)
    {
        var engine = reading.EngineLag / AdmissionLimits.EngineLag;
        var media = Math.Max(reading.MediaLag / AdmissionLimits.MediaLag, skipped ? 2 : 0);
        var commits = Math.Max((double)reading.CommitsWaiting / AdmissionLimits.CommitsWaiting, reading.CommitStall / AdmissionLimits.CommitStall);
        return engine >= media && engine >= commits ? (engine, LoadCause.Engine)
            : media >= commits ? (media, LoadCause.Media)
            : (commits, LoadCause.Commits);
    }

    private static LoadCause ClosedBy(in LoadReading reading) =>
        reading.OldestInput > AdmissionLimits.ClosedAtLag || reading.InputsWaiting > AdmissionLimits.ClosedAtInputs ? LoadCause.Engine
        : reading.CommitsWaiting > AdmissionLimits.ClosedAtCommits ? LoadCause.Commits
        : reading.PortsExhausted ? LoadCause.Ports
        : LoadCause.None;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static void Average(ref double average, double value, TimeSpan passed, TimeSpan horizon) =>
        average += Math.Min(1, passed / horizon) * (value - average);

    private void Begin(Instant now, LoadCause cause)
    {
        Rate = Math.Max(AdmissionLimits.LeastRate, _admittedRate * AdmissionLimits.FirstShare);
        _calls = new CallAllowance(now, Rate.Value);
        _calm = TimeSpan.Zero;
        _cause = cause;
    }

    private void Steer(TimeSpan passed, double pressure, LoadCause cause)
    {
        var seconds = passed.TotalSeconds;
        if (pressure > 1)
        {
            _cause = cause;

            // One that is falling already needs no further cut: what waits was taken before, and is being worked off.
            if (pressure >= _pressure * 0.98)
            {
                Scale(-Math.Min(AdmissionLimits.SinkAtMost, AdmissionLimits.SinkAtLeast + (AdmissionLimits.SinkByExcess * (pressure - 1))) * seconds);
            }
        }
        else if (_refusedSince > 0 && _closed == LoadCause.None)
        {
            // Only a rate that holds calls back says anything about the machine when it goes well.
            Scale(Growth() * seconds);
        }

        _calm = pressure > 1 || _refusedSince > 0 || _closed != LoadCause.None ? TimeSpan.Zero : _calm + passed;
        if (_calm >= AdmissionLimits.Calm)
        {
            Rate = null;
            _cause = LoadCause.None;
        }
    }

    private double Growth()
    {
        if (Rate < _servedRate * AdmissionLimits.FarBelow)
        {
            return AdmissionLimits.GrowBack;
        }

        var room = AdmissionLimits.BusyProcessor / Math.Max(_processorShare, 0.01);
        var most = _cause == LoadCause.Media && _processorShare > AdmissionLimits.NearlyFull ? AdmissionLimits.GrowAfterMedia : AdmissionLimits.GrowAtMost;
        return Math.Clamp(room - 1, AdmissionLimits.GrowAtLeast, most);
    }

    private void Scale(double exponent) => Rate = Math.Max(AdmissionLimits.LeastRate, Rate!.Value * Math.Exp(exponent));
}
