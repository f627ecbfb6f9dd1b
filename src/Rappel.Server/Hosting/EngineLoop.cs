using System.Diagnostics;
using System.Threading;
using Microsoft.Extensions.Logging;
using Rappel.Engine;
using Rappel.Engine.Admission;
using Rappel.Server.Net.Native;
using Rappel.Server.Telemetry;

namespace Rappel.Server.Hosting;

/// <summary>
/// The one thread that owns the engine. A turn takes what has arrived, lets due deadlines pass, hands the outputs on and sleeps until
/// something arrives or the next deadline. Everything a turn commits is flushed together.
/// </summary>
public sealed class EngineLoop : IDisposable
{
    private readonly IEngine engine;
    private readonly EngineInbox inbox;
    private readonly Clock clock;
    private readonly IEngineOutlets outlets;
    private readonly Alarms alarms;
    private readonly ILogger logger;
    private readonly Thread thread;
    private volatile bool stopping;
    private long checkedAt;
    private long lastTurn;
    private long busy;
    private long busyBefore;
    private long measuredAt = Stopwatch.GetTimestamp();
    private bool stuck;

    public EngineLoop(IEngine engine, EngineInbox inbox, Clock clock, IEngineOutlets outlets, Alarms alarms, ILogger logger)
    {
        this.engine = engine;
        this.inbox = inbox;
        this.clock = clock;
        this.outlets = outlets;
        this.alarms = alarms;
        this.logger = logger;
        thread = new Thread(Run) { Name = "engine", IsBackground = true };
    }

    /// <summary>Times an input made the engine throw: each is a fault to be mended.</summary>
    public long Faults { get; private set; }

    /// <summary>False where the thread hangs or is gone.</summary>
    public bool Responsive => thread.IsAlive && Stopwatch.GetElapsedTime(Volatile.Read(ref lastTurn)) < HostLimits.Unresponsive;

    /// <summary>Adds what was measured since the call before. For one thread at a time.</summary>
    public LoadReading Measure(LoadReading reading)
    {
        var now = Stopwatch.GetTimestamp();
        var total = Volatile.Read(ref busy);
        var passed = Stopwatch.GetElapsedTime(measuredAt, now).Ticks;
        var share = passed > 0 ? (double)(total - busyBefore) / passed : 0;
        (measuredAt, busyBefore) = (now, total);
        return reading with { EngineBusy = Math.Clamp(share, 0, 1) };
    }

    public void Start() => thread.Start();

    /// <summary>Ends after the turn under way; inputs that still wait are dropped.</summary>
    public void Stop(TimeSpan within)
    {
        stopping = true;
        inbox.Wake();
        if (thread.IsAlive)
        {
            thread.Join(within);
        }
    }

    public void Dispose() => Stop(HostLimits.FlushTime);

    /// <summary>One turn; for the loop, and for tests that have no thread.</summary>
    public void Turn()
    {
        var began = Stopwatch.GetTimestamp();
        Volatile.Write(ref lastTurn, began);
        var now = clock.Now;
        var taken = 0;
        while (taken < HostLimits.InputsATurn && inbox.TryTake(out var input))
        {
            taken++;
            Handle(now, input);
        }

        if (engine.NextDeadline <= now)
        {
            Handle(now, TimePassed);
        }

        stuck = engine.NextDeadline <= now;

        while (engine.TryTake(out var output))
        {
            HandOn(output);
        }

        var took = Stopwatch.GetElapsedTime(began);
        Volatile.Write(ref busy, busy + took.Ticks);
        if (took > HostLimits.SlowTurn)
        {
            logger.LogWarning(LogKinds.SlowTurn, "a turn of the engine took {Milliseconds} ms for {Inputs} inputs", (int)took.TotalMilliseconds, taken);
        }
    }

    private static readonly EngineInput TimePassed = new EngineInput.TimePassed();

    private void Run()
    {
        _ = LibC.SetPriority(0, 0, HostLimits.EngineNice);
        while (!stopping)
        {
            if (Stopwatch.GetElapsedTime(checkedAt) > HostLimits.Tick)
            {
                checkedAt = Stopwatch.GetTimestamp();
                CheckClock();
            }

            Turn();
            if (inbox.Count == 0)
            {
                inbox.Wait(UntilNextDeadline());
            }
        }
    }

    /// <summary>Before anything else sees the new time: a deadline must not pass because somebody set the clock.</summary>
    internal void CheckClock()
    {
        var skipped = clock.Check();
        if (skipped > TimeSpan.Zero)
        {
            Handle(clock.Now, new EngineInput.TimeSkipped(skipped));
        }
    }

    /// <summary>What the thread may sleep after a turn where nothing arrives.</summary>
    internal TimeSpan UntilNextDeadline()
    {
        if (engine.NextDeadline is not { } deadline)
        {
            return HostLimits.Tick;
        }

        // Rounded up: waking before the deadline would spin until it comes. One that stays due although it was handled is a fault; at the
        // shortest wait it costs neither the processor nor the log.
        var left = TimeSpan.FromMilliseconds(Math.Ceiling((deadline - clock.Now).TotalMilliseconds));
        var least = stuck ? HostLimits.StuckPause : TimeSpan.Zero;
        return left <= least ? least : left < HostLimits.Tick ? left : HostLimits.Tick;
    }

    // A fault ends what one input began; the contact centre goes on. It is counted and logged whole.
    private void Handle(Instant now, EngineInput input)
    {
        try
        {
            engine.Handle(now, input);
        }
#pragma warning disable CA1031 // Whatever it is, all other calls must go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Faults++;
            alarms.Raise(LogKinds.EngineFault.Name!);
            logger.LogError(LogKinds.EngineFault, fault, "the engine could not handle {Input}", input.GetType().Name);
        }
    }

    private void HandOn(EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.SendSip send:
                outlets.Send(send);
                break;
            case EngineOutput.OrderMedia media:
                outlets.Order(media.Order);
                break;
            case EngineOutput.Commit commit:
                outlets.Commit(commit.Batch);
                break;
            case EngineOutput.Publish publish:
                outlets.Publish(publish.View);
                break;
            case EngineOutput.Answered answered:
                outlets.Answer(answered.Ticket, answered.Answer);
                break;
            case EngineOutput.Log line:
                outlets.Log(line);
                break;
            case EngineOutput.AskWeb ask:
                outlets.Ask(ask);
                break;
            case EngineOutput.ForgetWeb forget:
                outlets.Forget(forget);
                break;
            case EngineOutput.Drained:
                outlets.Drained();
                break;
            default:
                throw new InvalidOperationException($"an output without an outlet: {output.GetType().Name}");
        }
    }
}
