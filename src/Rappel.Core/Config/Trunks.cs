using System.Collections.Immutable;

namespace Rappel.Core.Config;

/// <summary>How SIP messages reach a peer.</summary>
public enum TrunkTransport
{
    Udp,
    Tcp,
}

/// <summary>Which header carries the number we show.</summary>
public enum CallerIdHeader
{
    From,
    PAssertedIdentity,
}

/// <summary>A SIP peer to a carrier or a PBX.</summary>
/// <param name="Host">Address or host name calls are sent to.</param>
/// <param name="TrustedNetworks">CIDR blocks (<c>127.0.0.0/8</c>) whose calls are taken without a password.</param>
/// <param name="Codecs">In order of preference: <c>PCMU</c>, <c>PCMA</c>.</param>
/// <param name="MaximumCalls">Both directions together.</param>
/// <param name="Order">Fail-over: the lowest is tried first.</param>
/// <param name="UserName">For digest challenges by the peer; null where it trusts our address.</param>
public sealed record TrunkSnapshot(
    string Key,
    string Name,
    string Host,
    int Port,
    TrunkTransport Transport,
    ImmutableArray<string> TrustedNetworks,
    ImmutableArray<string> Codecs,
    int MaximumCalls,
    CallerIdHeader CallerId,
    int Order,
    string? UserName,
    string? Password);

/// <summary>A phone number (DID) callers dial, with the script it runs. Its number is also a caller ID we may show.</summary>
/// <param name="Number">E.164 with plus sign.</param>
/// <param name="Script">Key of the script whose <c>main</c> runs.</param>
/// <param name="Language">Language a call starts in: <c>en</c> or <c>fr</c>.</param>
public sealed record ChannelSnapshot(string Key, string Name, string Number, bool Enabled, string Script, string Language);
