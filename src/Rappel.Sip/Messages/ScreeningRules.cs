using System.Collections.Immutable;

namespace Rappel.Sip.Messages;

/// <summary>What a user agent takes, for <see cref="RequestScreening"/>.</summary>
public sealed record ScreeningRules
{
    public static ScreeningRules Default { get; } = new();

    /// <summary>Methods served; told in Allow.</summary>
    public ImmutableArray<string> Methods { get; init; } = ["INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "REGISTER", "INFO", "UPDATE", "REFER"];

    /// <summary>Schemes of a Request-URI that we can be meant by, in lower case.</summary>
    public ImmutableArray<string> Schemes { get; init; } = ["sip", "sips", "tel"];

    /// <summary>Option tags understood; told in Supported.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>Media type of the session descriptions taken and given, in lower case.</summary>
    public string SessionType { get; init; } = "application/sdp";

    /// <summary>Media types taken in an INFO, in lower case.</summary>
    public ImmutableArray<string> InfoTypes { get; init; } = ["application/dtmf-relay", "application/dtmf"];
}
