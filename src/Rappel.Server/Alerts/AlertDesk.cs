using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rappel.Core.Alerts;
using Rappel.Core.Config;
using Rappel.Engine;
using Rappel.Server.Hosting;
using Rappel.Server.Web;
using Rappel.Storage;

namespace Rappel.Server.Alerts;

/// <summary>
/// Looks at the figures that alerts watch, once a second while any alert is configured, and knows which are on. They are not kept over a
/// restart: what is still so is raised again.
/// </summary>
/// <param name="figures">The day's figures for the alerts that need them; null where there are none.</param>
public sealed class AlertDesk(IEnginePort engine, TimeProvider time, ILogger<AlertDesk> log, Func<AlertSnapshot, LiveView, double?>? figures = null)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, AlertWatch> _watches = new(StringComparer.Ordinal);
    private volatile RaisedAlerts _raised = new([]);

    /// <summary>Those that are on, by key.</summary>
    public ImmutableArray<RaisedAlert> Raised => _raised.All;

    /// <summary>An alert was raised (true) or ended. On the desk's own thread.</summary>
    public event Action<RaisedAlert, bool>? Changed;

    /// <summary>One look. For the loop, and for tests.</summary>
    public async Task StepAsync(CancellationToken ct)
    {
        var alerts = engine.Configuration.Alerts;
        foreach (var gone in _watches.Keys.Where(k => !alerts.ContainsKey(k)).ToList())
        {
            _watches.Remove(gone);
        }

        if (alerts.IsEmpty || await engine.LookAsync(ct) is not { } live)
        {
            _raised = new([]);
            return;
        }

        var raised = ImmutableArray.CreateBuilder<RaisedAlert>();
        foreach (var alert in alerts.Values.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Look(alert, live, raised);
        }

        _raised = new(raised.ToImmutable());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, time);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await StepAsync(stoppingToken);
            }
            catch (StoreException failure)
            {
                log.LogWarning(LogKinds.StoreFailed, "alerts could not be looked at: {Why}", failure.Message);
            }
        }
    }

    private void Look(AlertSnapshot alert, LiveView live, ImmutableArray<RaisedAlert>.Builder raised)
    {
        if (!_watches.TryGetValue(alert.Key, out var watch))
        {
            _watches[alert.Key] = watch = new AlertWatch();
        }

        var before = watch.RaisedAt;
        var hasChanged = watch.Observe(live.At, alert, AlertGauge.Read(alert, live) ?? figures?.Invoke(alert, live));
        if (watch.RaisedAt is { } since)
        {
            raised.Add(new RaisedAlert(alert, watch.Figure, since));
        }

        if (hasChanged)
        {
            Tell(new RaisedAlert(alert, watch.Figure, watch.RaisedAt ?? before!.Value), watch.RaisedAt is not null);
        }
    }

    private void Tell(RaisedAlert alert, bool isRaised)
    {
        var (_, name, queue, measure, above, below, _, _) = alert.Alert;
        var bound = above is { } most ? $"more than {most}" : $"less than {below}";
        var figure = alert.Figure?.ToString("0.#", CultureInfo.InvariantCulture);
        if (isRaised)
        {
            log.LogWarning(LogKinds.AlertRaised, "alert '{Name}': {Measure} of {Queue} is {Figure}, {Bound}", name, Words.Of(measure), queue ?? "all queues", figure, bound);
        }
        else
        {
            log.LogInformation(LogKinds.AlertEnded, "alert '{Name}' is over: {Measure} of {Queue} is {Figure}", name, Words.Of(measure), queue ?? "all queues", figure);
        }

        Changed?.Invoke(alert, isRaised);
    }

    /// <summary>One thing, swapped whole.</summary>
    private sealed record RaisedAlerts(ImmutableArray<RaisedAlert> All);
}
