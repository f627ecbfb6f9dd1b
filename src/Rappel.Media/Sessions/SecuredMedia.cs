namespace Rappel.Media.Sessions;

/// <summary>Which end of a DTLS handshake we are (RFC 5763 §5).</summary>
public enum DtlsRole
{
    /// <summary>The browser begins.</summary>
    Passive,

    /// <summary>We begin.</summary>
    Active,
}

/// <summary>What offer and answer agreed on for a stream that is secured: ICE to find the path, DTLS for the keys, SRTP for the audio.</summary>
/// <param name="LocalFragment">Ours and the browser's make the name that its checks come under.</param>
/// <param name="Fingerprint">Of the certificate the browser must show, as the attribute has it: <c>sha-256 AB:CD:…</c>.</param>
public sealed record SecuredMedia(string LocalFragment, string LocalPassword, string RemoteFragment, string Fingerprint, DtlsRole Role)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => $"{LocalFragment}:{RemoteFragment} {Role}";
}
