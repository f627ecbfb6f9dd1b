using Rappel.Core.Config;

namespace Rappel.Server.Web.Reports;

/// <summary>What the things that reports are about are called now; their key where the configuration no longer has them.</summary>
internal static class ReportNames
{
    public static string Of(ConfigurationSnapshot configuration, ReportKind kind, string key) => kind.By switch
    {
        "queue" => Queue(configuration, key),
        "channel" => configuration.Channels.GetValueOrDefault(key)?.Name ?? key,
        "agent" => configuration.Agents.GetValueOrDefault(key)?.Name ?? key,
        _ => configuration.Scripts.GetValueOrDefault(key)?.Name ?? key,
    };

    public static string Queue(ConfigurationSnapshot configuration, string key) =>
        configuration.InboundQueues.GetValueOrDefault(key)?.Name
        ?? configuration.OutboundQueues.GetValueOrDefault(key)?.Name
        ?? configuration.VoicemailQueues.GetValueOrDefault(key)?.Name
        ?? key;
}
