using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Rappel.Core.Config;
using Rappel.Server.Alerts;
using Rappel.Tests.Server.Hosting;
using FakeEngine = Rappel.Tests.Server.Web.FakeEngine;

namespace Rappel.Tests.Server.Alerts;

public sealed class AlertDeskTests : IDisposable
{
    private readonly FakeEngine engine = new();
    private readonly AlertDesk desk;
    private readonly List<(string Alert, bool Raised)> told = [];

    public AlertDeskTests()
    {
        desk = new AlertDesk(engine, new ManualTime(), NullLogger<AlertDesk>.Instance);
        desk.Changed += (alert, raised) => told.Add((alert.Alert.Key, raised));
    }

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData(AlertMeasure.Waiting, null, 2)]
    [InlineData(AlertMeasure.Waiting, "callbacks", 1)]
    [InlineData(AlertMeasure.LongestWait, "nurse-line", 420)]
    [InlineData(AlertMeasure.AgentsAvailable, null, 1)]
    [InlineData(AlertMeasure.AgentsAvailable, "callbacks", 1)]
    [InlineData(AlertMeasure.CallbacksPending, null, 2)]
    [InlineData(AlertMeasure.CallbacksOldest, "callbacks", 1200)]
    [InlineData(AlertMeasure.ServiceLevel, null, null)]
    public void The_figure_is_read_from_the_live_view(AlertMeasure measure, string? queue, int? expected) =>
        Assert.Equal(expected, AlertGauge.Read(new AlertSnapshot("a", "A", queue, measure, 0, null, TimeSpan.Zero, false), engine.Live!));

    [Fact]
    public async Task An_alert_is_told_when_it_is_raised_and_when_it_is_over()
    {
        Configure(new AlertSnapshot("crowded", "Crowded", "nurse-line", AlertMeasure.Waiting, 1, null, TimeSpan.Zero, false));
        await StepAsync();
        Assert.Equal(("crowded", 2d), (Assert.Single(desk.Raised).Alert.Key, desk.Raised[0].Figure));
        engine.Live = engine.Live! with { Queues = [.. engine.Live.Queues.Select(q => q with { Waiting = 0 })] };
        await StepAsync();

        Assert.Empty(desk.Raised);
        Assert.Equal([("crowded", true), ("crowded", false)], told);
    }

    [Fact]
    public async Task An_alert_that_is_taken_out_of_the_configuration_is_on_no_longer()
    {
        Configure(new AlertSnapshot("crowded", "Crowded", null, AlertMeasure.Waiting, 1, null, TimeSpan.Zero, false));
        await StepAsync();
        Configure();
        await StepAsync();

        Assert.Empty(desk.Raised);
    }

    private Task StepAsync() => desk.StepAsync(TestContext.Current.CancellationToken);

    private void Configure(params AlertSnapshot[] alerts) =>
        engine.Configuration = engine.Configuration with { Alerts = alerts.ToImmutableDictionary(a => a.Key) };
}
