using Rappel.Engine.Admission;

namespace Rappel.Server.Hosting;

/// <summary>How much the process has to do, and what becomes of new calls.</summary>
/// <param name="Cause">Why not all are taken.</param>
/// <param name="Rate">New calls a second that are taken; null where all are.</param>
/// <param name="AdmittedRate">New calls taken a second, of late.</param>
/// <param name="Admitted">Since the process began.</param>
/// <param name="Refused">Answered 503 for load since the process began.</param>
/// <param name="Reading">What was last measured.</param>
public sealed record LoadReport(
    AdmissionState State, LoadCause Cause, double? Rate, double AdmittedRate, long Admitted, long Refused, LoadReading Reading);
