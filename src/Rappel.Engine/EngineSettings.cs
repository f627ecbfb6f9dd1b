namespace Rappel.Engine;

/// <summary>What the engine needs to know of the machine it runs on.</summary>
/// <param name="Address">Numeric IP address that SIP and RTP are reached at: goes into Via, Contact and SDP.</param>
/// <param name="SipPort">UDP and TCP.</param>
public sealed record EngineSettings(string Address, int SipPort)
{
    /// <summary>What User-Agent and Server headers say.</summary>
    public string Product { get; init; } = "Rappel";
}
