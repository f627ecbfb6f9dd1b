using Rappel.Core.Config;
using Rappel.Server.Alerts;

namespace Rappel.Server.Web.Bodies;

/// <summary>An alert that is on.</summary>
/// <param name="Alert">Its key.</param>
/// <param name="Queue">Key of the queue; null for all together.</param>
/// <param name="Figure">As it is now, seconds where the measure is a wait; null where it is not known.</param>
/// <param name="Above">The threshold; null where it is <c>below</c>.</param>
/// <param name="Since">When it was raised.</param>
public sealed record AlertBody(string Alert, string Name, string? Queue, AlertMeasure Measure, double? Figure, int? Above, int? Below, DateTime Since)
{
    public static AlertBody Of(RaisedAlert raised) => new(
        raised.Alert.Key, raised.Alert.Name, raised.Alert.Queue, raised.Alert.Measure, raised.Figure is { } figure ? Math.Round(figure) : null,
        raised.Alert.Above, raised.Alert.Below, raised.RaisedAt.UtcDateTime);
}

/// <param name="Items">By key; empty where all is well.</param>
public sealed record AlertsBody(IReadOnlyList<AlertBody> Items);
