using System.Collections.Immutable;

namespace Rappel.Engine;

/// <summary>What the engine needs to know of the machine it runs on.</summary>
/// <param name="Address">Numeric IP address that SIP and RTP are reached at: goes into Via, Contact and SDP.</param>
/// <param name="SipPort">UDP and TCP.</param>
public sealed record EngineSettings(string Address, int SipPort)
{
    /// <summary>What User-Agent and Server headers say.</summary>
    public string Product { get; init; } = "Rappel";

    /// <summary>Of our certificate for audio with browsers, as SDP has it; null where this machine cannot secure any, and browsers can have no calls.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Numeric IP addresses that browsers are told to try, best first; empty for <see cref="Address"/> alone.</summary>
    public ImmutableArray<string> MediaAddresses { get; init; } = [];

    /// <summary>Never empty.</summary>
    internal ImmutableArray<string> ReachedAt => MediaAddresses.IsDefaultOrEmpty ? [Address] : MediaAddresses;
}
