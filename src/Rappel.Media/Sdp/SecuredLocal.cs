using System.Collections.Immutable;
using Rappel.Media.Sessions;

namespace Rappel.Media.Sdp;

/// <summary>What our end of a stream needs to be one that a browser takes: the names and secrets of ICE, and whose certificate to expect.</summary>
/// <param name="Fragment">ice-ufrag: at least 4 letters and digits.</param>
/// <param name="Password">ice-pwd: at least 22.</param>
/// <param name="Fingerprint">Of our certificate, as the attribute has it: <c>sha-256 AB:CD:…</c>.</param>
/// <param name="Addresses">Numeric IP addresses that the port can be reached at, best first.</param>
public sealed record SecuredLocal(string Fragment, string Password, string Fingerprint, ImmutableArray<string> Addresses)
{
    /// <summary>Who began the handshake before, where there was one: it stays so (RFC 8842 §5.5).</summary>
    public DtlsRole? Established { get; init; }

    /// <summary>Never the password.</summary>
    public override string ToString() => Fragment;
}
