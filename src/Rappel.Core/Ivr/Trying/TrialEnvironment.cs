using Rappel.Core.Config;
using Rappel.Core.Ivr.Running;
using Rappel.Core.Schedules;

namespace Rappel.Core.Ivr.Trying;

/// <summary>The world as a trial is told it. Hours are those of the configuration at the trial's own time.</summary>
internal sealed class TrialEnvironment(ConfigurationSnapshot configuration, ScriptCall call, TrialFigures figures) : IScriptEnvironment
{
    public TrialFigures Figures { get; set; } = figures;

    public Instant Now { get; set; }

    /// <summary>Since when it waits in a queue; null while it does not.</summary>
    public Instant? WaitsSince { get; set; }

    public string? Queue { get; set; }

    public int QueuePosition => WaitsSince is null ? 0 : Math.Max(1, Figures.Position);

    public TimeSpan? ExpectedWait => WaitsSince is null ? null : Figures.ExpectedWait;

    public int CallbackPosition => Figures.CallbackPosition;

    public TimeSpan Waited => Now - WaitsSince ?? TimeSpan.Zero;

    /// <summary>The told one, by the number typed, else the one they ring from: who has neither cannot have one.</summary>
    public PendingCallback? FindCallback(string? queue) =>
        Figures.CallbackPending && (call.CallbackNumber ?? call.Caller) is { } number ? new PendingCallback(number, PlanOf(queue)) : null;

    public QueueReading Read(string queue)
    {
        var inbound = configuration.InboundQueues.GetValueOrDefault(queue);
        var outbound = configuration.OutboundQueues.GetValueOrDefault(inbound?.OutboundQueue ?? queue);
        return new QueueReading(
            Figures.AgentsLoggedIn, Figures.AgentsFree, Figures.Waiting, Figures.ExpectedWait, Figures.CallbackCapReached,
            Sooner(ClosesIn(inbound?.Schedule), ClosesIn(outbound?.Schedule)));
    }

    public bool IsOpen(string? schedule) => ClosesIn(schedule) != TimeSpan.Zero;

    private TimeSpan? ClosesIn(string? schedule) =>
        schedule is not null && configuration.Schedules.TryGetValue(schedule, out var hours) ? ScheduleClock.ClosesIn(hours, Now) : null;

    private static TimeSpan? Sooner(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;

    /// <summary>The plan that a script asks for callbacks to this queue under.</summary>
    private string PlanOf(string? queue) =>
        configuration.Scripts.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => ScriptTree.All(s.Value)).OfType<CallbackObject>()
            .FirstOrDefault(c => queue is null || c.Terms.Queue == queue)?.Terms.DialPlan ?? "";
}
