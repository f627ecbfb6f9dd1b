using Rappel.Core.Config;

namespace Rappel.Core.Alerts;

/// <summary>One alert, told its figure now and then. A figure that comes and goes across the threshold neither raises nor ends it.</summary>
public sealed class AlertWatch
{
    private Instant? _changing;

    /// <summary>When it was raised; null while it is not.</summary>
    public Instant? RaisedAt { get; private set; }

    /// <summary>As told last; null where nothing is known, which changes nothing.</summary>
    public double? Figure { get; private set; }

    /// <returns>True where it was raised or ended by this.</returns>
    public bool Observe(Instant now, AlertSnapshot alert, double? figure)
    {
        Figure = figure;
        var isRaised = RaisedAt is not null;
        if (figure is not { } known || IsBeyond(alert, known) == isRaised)
        {
            _changing = null;
            return false;
        }

        _changing ??= now;
        if (now - _changing < alert.For)
        {
            return false;
        }

        _changing = null;
        RaisedAt = isRaised ? null : now;
        return true;
    }

    private static bool IsBeyond(AlertSnapshot alert, double figure) => alert.Above is { } above ? figure > above : figure < alert.Below;
}
