namespace Rappel.Engine.Admission;

/// <summary>
/// What <see cref="AdmissionControl"/> aims at and how fast it moves. The rates of change are slow against the length of the shortest calls,
/// because most of what a call costs comes after it was taken.
/// </summary>
public static class AdmissionLimits
{
    /// <summary>A reading is taken this often.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>A queue before the engine that stands for longer than this is too long.</summary>
    public static readonly TimeSpan EngineLag = TimeSpan.FromMilliseconds(10);

    /// <summary>Beats later than this are too late: a packet's time, which jitter buffers still hide.</summary>
    public static readonly TimeSpan MediaLag = TimeSpan.FromMilliseconds(20);

    /// <summary>Batches waiting for the disk that are too many.</summary>
    public const int CommitsWaiting = 1_000;

    /// <summary>A disk that has taken nothing for so long although batches wait stands still. Calls need no disk until a callback is promised, so
    /// it is long.</summary>
    public static readonly TimeSpan CommitStall = TimeSpan.FromSeconds(10);

    /// <summary>Too much for so long, without a pause, begins the shedding. What is shorter is a burst, which the queue is there for.</summary>
    public static readonly TimeSpan Persistence = TimeSpan.FromMilliseconds(300);

    /// <summary>An input that has waited so long closes the entrance at once.</summary>
    public static readonly TimeSpan ClosedAtLag = TimeSpan.FromMilliseconds(250);

    /// <summary>Inputs waiting that close the entrance at once.</summary>
    public const int ClosedAtInputs = 4_096;

    /// <summary>Batches not on disk that close the entrance: they are memory.</summary>
    public const int ClosedAtCommits = 2_000;

    /// <summary>The rate of admitted calls is averaged over this.</summary>
    public static readonly TimeSpan RateHorizon = TimeSpan.FromSeconds(2);

    /// <summary>The share of the processor is averaged over this.</summary>
    public static readonly TimeSpan ShareHorizon = TimeSpan.FromSeconds(1);

    /// <summary>Of the rate admitted when the shedding begins, what is admitted first.</summary>
    public const double FirstShare = 0.9;

    /// <summary>
    /// Never fewer calls a second than this while shedding: a reading that is wrong, or another program that takes the processor for a moment,
    /// must not close a contact centre. More than most ever get, and a fiftieth of a core.
    /// </summary>
    public const double LeastRate = 20;

    /// <summary>The rate sinks by at least this a second (as exponent) while a reading is too high and not falling ...</summary>
    public const double SinkAtLeast = 0.05;

    /// <summary>... and by this for each time the reading is above its aim ...</summary>
    public const double SinkByExcess = 0.10;

    /// <summary>... but at most by this.</summary>
    public const double SinkAtMost = 1.0;

    /// <summary>The rate grows by at least this a second (as exponent) while calls are refused and no reading is too high ...</summary>
    public const double GrowAtLeast = 0.01;

    /// <summary>... by as much as the processor is below this share of itself ...</summary>
    public const double BusyProcessor = 0.95;

    /// <summary>... at most by this ...</summary>
    public const double GrowAtMost = 0.2;

    /// <summary>... at most by this where audio was late and the processor is nearly full: the calls that make it so stay for minutes, and each taken too many is
    /// felt for as long ...</summary>
    public const double GrowAfterMedia = 0.05;

    /// <summary>Nearly full: more than this share of the processor.</summary>
    public const double NearlyFull = 0.8;

    /// <summary>... and by this while it is far below what was served in the last while: whatever was wrong is over.</summary>
    public const double GrowBack = 1.0;

    /// <summary>Far below: less than this share of it.</summary>
    public const double FarBelow = 0.8;

    /// <summary>The last while, over which what was admitted is averaged for it.</summary>
    public static readonly TimeSpan LongHorizon = TimeSpan.FromSeconds(60);

    /// <summary>No refusal and no reading too high for so long ends the shedding.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    /// <summary>Calls that may come at once within the rate: as many as come in this time.</summary>
    public static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(100);

    /// <summary>But never fewer than these.</summary>
    public const double SmallestBurst = 10;

    /// <summary>Calls of agents a second that are taken whatever the load. Agents serve the callers who wait; the bound is for strangers who pose as
    /// agents.</summary>
    public const double AgentCalls = 50;
}
