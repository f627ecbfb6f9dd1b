namespace Rappel.Core.Ivr.Trying;

/// <summary>What happened in a trial so far, bounded.</summary>
internal sealed class TrialLog
{
    private readonly List<TrialEvent> events = [];

    public IReadOnlyList<TrialEvent> Events => events;

    /// <summary>Since the beginning of the trial.</summary>
    public TimeSpan At { get; set; }

    /// <summary>Of the object that runs, or ran last.</summary>
    public string Path { get; set; } = "";

    /// <summary>No more is told: the trial stops here.</summary>
    public bool IsFull { get; private set; }

    public void Add(TrialEvent happened)
    {
        if (IsFull)
        {
            return;
        }

        events.Add(happened);
        if (events.Count >= TrialLimits.Events)
        {
            IsFull = true;
            events.Add(new TrialEvent.Problem(At, Path, $"stopped: more than {TrialLimits.Events} events"));
        }
    }

    public void Problem(string text) => Add(new TrialEvent.Problem(At, Path, text));
}
