namespace Rappel.Sip.Authentication;

/// <summary>Hash of a digest (RFC 7616 §6.1, RFC 8760), weakest first.</summary>
public enum DigestAlgorithm
{
    Md5,
    Sha256,
}
