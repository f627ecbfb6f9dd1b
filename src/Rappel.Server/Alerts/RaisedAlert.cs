using Rappel.Core.Config;

namespace Rappel.Server.Alerts;

/// <summary>An alert that is on.</summary>
/// <param name="Figure">As it is now; null where it is not known any more.</param>
public sealed record RaisedAlert(AlertSnapshot Alert, double? Figure, Instant RaisedAt);
