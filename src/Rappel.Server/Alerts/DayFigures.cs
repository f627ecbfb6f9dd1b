using System.Threading;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Web;
using Rappel.Server.Web.Events;
using Rappel.Server.Web.Reports;
using Rappel.Storage.Queries;

namespace Rappel.Server.Alerts;

/// <summary>The day's figures, for alerts and for those who listen: asked of the store this seldom (<see cref="EventLimits.Figures"/>), however many want them.</summary>
internal sealed class DayFigures(IReportStore store, IEnginePort engine, TimeProvider time)
{
    private readonly Lock _reading = new();
    private FiguresBody? _last;
    private long _readAt;

    public FiguresBody Of(LiveView live)
    {
        lock (_reading)
        {
            if (_last is null || time.GetElapsedTime(_readAt) >= EventLimits.Figures)
            {
                _last = new TodayFigures(store, engine.Configuration).Of(live);
                _readAt = time.GetTimestamp();
            }

            return _last;
        }
    }

    /// <returns>Null for measures that are not of the day, and where nothing is known yet.</returns>
    public double? Read(AlertSnapshot alert, LiveView live)
    {
        if (alert.Measure is not (AlertMeasure.ServiceLevel or AlertMeasure.Abandoned))
        {
            return null;
        }

        var figures = Of(live);
        var row = alert.Queue is null ? figures.Total : figures.Queues.FirstOrDefault(q => q.Queue == alert.Queue);
        return alert.Measure == AlertMeasure.ServiceLevel ? row?.ServiceLevelPercent : row?.Abandoned;
    }
}
