namespace Rappel.Engine.Admission;

/// <summary>What the loops of the process measured since the reading before. Zero is the value of an idle machine.</summary>
public readonly record struct LoadReading
{
    /// <summary>The shortest time that any input waited for the engine since the reading before: what a queue keeps everybody waiting for. A burst
    /// that is worked off brings it back to nothing, so only a queue that stands is seen.</summary>
    public TimeSpan EngineLag { get; init; }

    /// <summary>How long the input has waited by now that the engine takes next.</summary>
    public TimeSpan OldestInput { get; init; }

    /// <summary>Inputs that wait for the engine.</summary>
    public int InputsWaiting { get; init; }

    /// <summary>Share of the time since the reading before that the engine's thread spent in its turns, 0 to 1. Where cores are short it holds
    /// the time too in which others had the core.</summary>
    public double EngineBusy { get; init; }

    /// <summary>How late beats began, the worst of the last few.</summary>
    public TimeSpan MediaLag { get; init; }

    /// <summary>Beats given up because the media thread stood still, since the process began.</summary>
    public long BeatsSkipped { get; init; }

    /// <summary>RTP packets lost in this process, in or out, since it began.</summary>
    public long PacketsLost { get; init; }

    /// <summary>Batches not yet on disk.</summary>
    public int CommitsWaiting { get; init; }

    /// <summary>How long they have waited since the disk took any; zero where none waits.</summary>
    public TimeSpan CommitStall { get; init; }

    /// <summary>Pairs of RTP ports bound and not in use.</summary>
    public int PortsReady { get; init; }

    /// <summary>True where none is ready and none of the range is left to be bound.</summary>
    public bool PortsExhausted { get; init; }

    /// <summary>Share of the cores that this process may use that it did use since the reading before, 0 to 1.</summary>
    public double ProcessorShare { get; init; }

    /// <summary>How long the collector stopped every thread, the worst of the last ten minutes.</summary>
    public TimeSpan CollectorPause { get; init; }
}
