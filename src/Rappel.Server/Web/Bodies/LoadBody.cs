using Rappel.Engine.Admission;
using Rappel.Server.Hosting;

namespace Rappel.Server.Web.Bodies;

/// <summary>How much this process has to do, measured ten times a second, and what becomes of new calls.</summary>
/// <param name="Admission"><c>open</c>: all new calls are taken. <c>shedding</c>: as many as can be served, the others are answered 503.
/// <c>closed</c>: none.</param>
/// <param name="Cause">Which reading asks for fewer calls: <c>engine</c>, <c>media</c>, <c>commits</c>, <c>ports</c>, or <c>none</c>.</param>
/// <param name="CallsPerSecond">New calls taken a second, over the last two seconds.</param>
/// <param name="CallsPerSecondAllowed">At most so many are taken a second; null where there is no bound.</param>
/// <param name="CallsRefused">Answered 503 for load since the process began.</param>
/// <param name="EngineLagMilliseconds">What an input waits for the engine at the least; shed above 10.</param>
/// <param name="EngineBusyPercent">Of the time the engine's thread was at work.</param>
/// <param name="InputsWaiting">For the engine.</param>
/// <param name="MediaLagMilliseconds">How late packets of audio leave, by the worst of the last moments; shed above 20.</param>
/// <param name="BeatsSkipped">Packet times (20 ms) given up for all calls since the process began, because the media thread stood still.</param>
/// <param name="RtpPacketsLost">Lost in this process since it began.</param>
/// <param name="RtpPortsReady">Pairs of ports for further calls that are bound already.</param>
/// <param name="CommitsWaiting">Batches not yet on disk; shed above 1,000, closed above 2,000.</param>
/// <param name="CommitStallSeconds">How long nothing was written although batches wait; shed above 10.</param>
/// <param name="ProcessorPercent">Of the cores this process may use.</param>
/// <param name="CollectorPauseMilliseconds">How long the collector of memory stopped everything, the worst of the last ten minutes.</param>
public sealed record LoadBody(
    AdmissionState Admission,
    LoadCause Cause,
    double CallsPerSecond,
    double? CallsPerSecondAllowed,
    long CallsRefused,
    double EngineLagMilliseconds,
    double EngineBusyPercent,
    int InputsWaiting,
    double MediaLagMilliseconds,
    long BeatsSkipped,
    long RtpPacketsLost,
    int RtpPortsReady,
    int CommitsWaiting,
    double CommitStallSeconds,
    double ProcessorPercent,
    double CollectorPauseMilliseconds)
{
    public static LoadBody Of(LoadReport load) => new(
        load.State, load.Cause, Round(load.AdmittedRate), load.Rate is { } rate ? Round(rate) : null, load.Refused,
        Round(load.Reading.EngineLag.TotalMilliseconds), Percent(load.Reading.EngineBusy), load.Reading.InputsWaiting,
        Round(load.Reading.MediaLag.TotalMilliseconds), load.Reading.BeatsSkipped, load.Reading.PacketsLost, load.Reading.PortsReady,
        load.Reading.CommitsWaiting, Round(load.Reading.CommitStall.TotalSeconds), Percent(load.Reading.ProcessorShare),
        Round(load.Reading.CollectorPause.TotalMilliseconds));

    private static double Round(double value) => Math.Round(value, 1);

    private static double Percent(double share) => Round(100 * share);
}
