using Rappel.Core.Config;

namespace Rappel.Engine.Desk.Control;

/// <summary>What calls that agents make by themselves go by: no script or request says it for them.</summary>
internal static class DirectDialling
{
    /// <summary>The first by key: a tenant of one country has one. Null where there is none.</summary>
    public static DialPlanSnapshot? PlanOf(ConfigurationSnapshot configuration) =>
        configuration.DialPlans.Values.OrderBy(p => p.Key, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The channel that a call without one counts as: callbacks asked for by programs take the same. Null where none is enabled.</summary>
    public static ChannelSnapshot? ChannelOf(ConfigurationSnapshot configuration, string? number = null) =>
        (number is null ? null : configuration.ChannelByNumber(number))
        ?? configuration.Channels.Values.Where(c => c.Enabled).OrderBy(c => c.Number, StringComparer.Ordinal).FirstOrDefault();
}
