using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rappel.Server.Net.Dtls;

/// <summary>
/// Our certificate for handshakes with browsers, made for this process alone: they trust it because its fingerprint came over SIP, on a
/// connection they trust (RFC 5763 §5). Its key never leaves memory.
/// </summary>
public sealed class DtlsIdentity : IDisposable
{
    /// <summary>The one that every browser speaks (RFC 8827 §6.5).</summary>
    private const string SrtpProfile = "SRTP_AES128_CM_SHA1_80";

    // Held as long as the process: the library calls it. A browser's certificate is its own making; its fingerprint is compared instead.
    private static readonly OpenSsl.Verification TakeAny = (_, _) => 1;

    private DtlsIdentity(nint context, string fingerprint)
    {
        Context = context;
        Fingerprint = fingerprint;
    }

    /// <summary>As SDP has it: <c>sha-256 AB:CD:…</c>.</summary>
    public string Fingerprint { get; }

    internal nint Context { get; }

    /// <exception cref="DllNotFoundException">OpenSSL 3 is not on this machine.</exception>
    /// <exception cref="InvalidOperationException">It does not do what it should.</exception>
    public static DtlsIdentity Make(Instant now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=rappel", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(now - DtlsLimits.CertificateBegins, now + DtlsLimits.CertificateLife);
        byte[] der = certificate.RawData, secret = key.ExportECPrivateKey();
        var context = OpenSsl.NewContext(OpenSsl.DtlsMethod());
        OpenSsl.SetVerification(context, OpenSsl.VerifyPeerAndFailWithoutCertificate, TakeAny);
        var isReady = context != 0
            && OpenSsl.ControlContext(context, OpenSsl.SetMinimumVersion, OpenSsl.Dtls12, 0) == 1
            && OpenSsl.UseCertificate(context, der.Length, in der[0]) == 1
            && OpenSsl.UsePrivateKey(OpenSsl.EcKey, context, in secret[0], secret.Length) == 1
            && OpenSsl.UseSrtp(context, SrtpProfile) == 0;
        CryptographicOperations.ZeroMemory(secret);
        return isReady
            ? new DtlsIdentity(context, $"sha-256 {Written(SHA256.HashData(der))}")
            : throw new InvalidOperationException("OpenSSL does not take our certificate, or knows no SRTP");
    }

    public void Dispose() => OpenSsl.FreeContext(Context);

    /// <summary>Pairs of hexadecimal digits with colons between (RFC 8122 §5).</summary>
    internal static string Written(ReadOnlySpan<byte> hash) => string.Join(':', hash.ToArray().Select(b => b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
}
