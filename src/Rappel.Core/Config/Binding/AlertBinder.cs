namespace Rappel.Core.Config.Binding;

internal static class AlertBinder
{
    /// <summary>Words of the measures, in the order they are best shown in.</summary>
    public static readonly (string Word, AlertMeasure Value)[] Measures =
    [
        ("waiting", AlertMeasure.Waiting), ("longest-wait", AlertMeasure.LongestWait), ("service-level", AlertMeasure.ServiceLevel),
        ("abandoned", AlertMeasure.Abandoned), ("agents-available", AlertMeasure.AgentsAvailable), ("callbacks-pending", AlertMeasure.CallbacksPending),
        ("callbacks-oldest", AlertMeasure.CallbacksOldest),
    ];

    public static AlertSnapshot Bind(string key, MapReader reader)
    {
        reader.Require("measure", Said.Listed([.. Measures.Select(m => m.Word)]));
        var measure = reader.Choice("measure", AlertMeasure.Waiting, Measures);
        int? above = reader.Find("above") is null ? null : reader.Integer("above", ConfigurationLimits.AlertThreshold);
        int? below = reader.Find("below") is null ? null : reader.Integer("below", ConfigurationLimits.AlertThreshold);
        if (above is null == below is null)
        {
            reader.Scope.Report(ProblemCode.BadValue, reader.Path, reader.Mark,
                above is null ? new("the alert has no threshold", "l'alerte n'a pas de seuil") : new("the alert has two thresholds", "l'alerte a deux seuils"),
                new("exactly one of `above` and `below`", "« above » ou « below », l'un des deux"));
        }

        return new AlertSnapshot(
            key, reader.OptionalText("name") ?? key, reader.Reference("queue", false, QueuesOf(measure)), measure, above, below,
            reader.Duration("for", ConfigurationLimits.AlertFor, TimeSpan.Zero), reader.Flag("webhook", false));
    }

    private static NamedKind[] QueuesOf(AlertMeasure measure) => measure switch
    {
        AlertMeasure.CallbacksPending or AlertMeasure.CallbacksOldest => [NamedKind.OutboundQueue],
        AlertMeasure.Waiting or AlertMeasure.AgentsAvailable => NamedKinds.Queues,
        _ => [NamedKind.InboundQueue],
    };
}
