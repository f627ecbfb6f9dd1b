using System.Collections.Immutable;
using Rappel.Engine.Admission;
using Rappel.Server.Hosting;
using Rappel.Server.Telemetry;
using Rappel.Server.Web;

namespace Rappel.Server.Composition;

/// <summary>Whether this process serves calls, and if not, why.</summary>
public sealed class HealthReport(ServerState state, LiveDesk live, CommitLoop commits, LoadWatch load, Alarms alarms, Func<bool> engineRuns) : IHealthPort
{
    public HealthReading Read()
    {
        var reasons = ImmutableArray.CreateBuilder<string>();
        Tell(!state.Serving, live.Last?.Draining == true ? "stopping: no new call is taken" : "starting or stopping");
        Tell(!commits.Healthy, "the store cannot be written to");
        var now = load.Report();

        // A server that sheds serves as many calls as it can: who took it out of service would lose all of them.
        Tell(now.State == AdmissionState.Closed, "overloaded: no new call is taken");
        Tell(state.Serving && !engineRuns(), "the engine does not answer");
        return new HealthReading(reasons.Count == 0, reasons.ToImmutable(), alarms.Raised, now);

        void Tell(bool holds, string reason)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }
    }
}
