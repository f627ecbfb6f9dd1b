using System.Collections.Immutable;
using Rappel.Server.Hosting;
using Rappel.Server.Telemetry;

namespace Rappel.Server.Web;

/// <summary>Whether this process serves calls. Read often: it must answer at once.</summary>
public interface IHealthPort
{
    HealthReading Read();
}

/// <param name="Reasons">Why it is not ready, in words without secrets: shown without a token. Empty when ready.</param>
/// <param name="Alarms">Faults of the program since it began. Calls are served all the same.</param>
/// <param name="Load">How much there is to do, and what becomes of new calls.</param>
public sealed record HealthReading(bool Ready, ImmutableArray<string> Reasons, ImmutableArray<Alarm> Alarms, LoadReport Load);
