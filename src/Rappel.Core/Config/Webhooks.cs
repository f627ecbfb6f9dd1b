using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>Where events are sent as they happen.</summary>
/// <param name="Url">HTTPS; HTTP to this machine alone.</param>
/// <param name="Secret">Key of the signature; null for unsigned events.</param>
/// <param name="Events">One or more of <see cref="WebhookEvents"/>.</param>
public sealed record WebhookSnapshot(string Key, string Name, string Url, string? Secret, ImmutableArray<string> Events, bool Enabled);

/// <summary>Words for what a webhook can be told of.</summary>
public static class WebhookEvents
{
    public const string Requested = "callback.requested";
    public const string Offered = "callback.offered";
    public const string Dialling = "callback.dialling";
    public const string Connected = "callback.connected";
    public const string Delayed = "callback.delayed";

    /// <summary>Any other change of a request, by a person or by itself.</summary>
    public const string Changed = "callback.changed";

    public const string CallEnded = "call.ended";
    public const string VoicemailNew = "voicemail.new";
    public const string AlertRaised = "alert.raised";
    public const string AlertEnded = "alert.ended";

    public static readonly ImmutableArray<string> All =
    [
        Requested, Offered, Dialling, Connected, Delayed, "callback.completed", "callback.exhausted", "callback.expired", "callback.cancelled",
        "callback.served", "callback.bad-number", Changed, CallEnded, VoicemailNew, AlertRaised, AlertEnded,
    ];

    /// <summary>Words of before, in configurations that were published with them, and what they stand for now.</summary>
    public static readonly ImmutableDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["callback.attempt-ended"] = Delayed,
        ["message.taken"] = VoicemailNew,
    }.ToImmutableDictionary(StringComparer.Ordinal);
}
