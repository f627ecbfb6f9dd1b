using System.Runtime.InteropServices;

namespace Rappel.Server.Net.Dtls;

/// <summary>
/// The calls of OpenSSL 3 that a DTLS handshake is made of. The framework has TLS alone, and loads this very library for it. All arguments lie
/// in memory as C wants them, so no code of ours needs to be unsafe.
/// </summary>
internal static class OpenSsl
{
    public const int WantRead = 2;
    public const int ZeroReturn = 6;
    public const int VerifyPeerAndFailWithoutCertificate = 1 | 2;
    public const int EcKey = 408;
    public const int SetMtu = 17;
    public const int GetTimeout = 73;
    public const int HandleTimeout = 74;
    public const int SetMinimumVersion = 123;
    public const int Dtls12 = 0xFEFD;
    public const ulong NoMtuQuery = 0x1000;
    private const string Ssl = "libssl.so.3";
    private const string Crypto = "libcrypto.so.3";

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int Verification(int preverified, nint store);

    [DllImport(Ssl, EntryPoint = "DTLS_method")]
    public static extern nint DtlsMethod();

    [DllImport(Ssl, EntryPoint = "SSL_CTX_new")]
    public static extern nint NewContext(nint method);

    [DllImport(Ssl, EntryPoint = "SSL_CTX_free")]
    public static extern void FreeContext(nint context);

    [DllImport(Ssl, EntryPoint = "SSL_CTX_ctrl")]
    public static extern nint ControlContext(nint context, int command, nint number, nint pointer);

    [DllImport(Ssl, EntryPoint = "SSL_CTX_set_verify")]
    public static extern void SetVerification(nint context, int mode, Verification callback);

    [DllImport(Ssl, EntryPoint = "SSL_CTX_use_certificate_ASN1")]
    public static extern int UseCertificate(nint context, int length, in byte der);

    [DllImport(Ssl, EntryPoint = "SSL_CTX_use_PrivateKey_ASN1")]
    public static extern int UsePrivateKey(int type, nint context, in byte der, nint length);

    /// <summary>0 where it was done: the odd one out.</summary>
    [DllImport(Ssl, EntryPoint = "SSL_CTX_set_tlsext_use_srtp", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    public static extern int UseSrtp(nint context, [MarshalAs(UnmanagedType.LPStr)] string profiles);

    [DllImport(Ssl, EntryPoint = "SSL_new")]
    public static extern nint NewSession(nint context);

    [DllImport(Ssl, EntryPoint = "SSL_free")]
    public static extern void FreeSession(nint session);

    [DllImport(Ssl, EntryPoint = "SSL_set_options")]
    public static extern ulong SetOptions(nint session, ulong options);

    [DllImport(Ssl, EntryPoint = "SSL_ctrl")]
    public static extern nint Control(nint session, int command, nint number, nint pointer);

    [DllImport(Ssl, EntryPoint = "SSL_ctrl")]
    public static extern nint Control(nint session, int command, nint number, out TimeLeft left);

    /// <summary>The session owns both from then on.</summary>
    [DllImport(Ssl, EntryPoint = "SSL_set_bio")]
    public static extern void SetChannels(nint session, nint reading, nint writing);

    [DllImport(Ssl, EntryPoint = "SSL_set_accept_state")]
    public static extern void BePassive(nint session);

    [DllImport(Ssl, EntryPoint = "SSL_set_connect_state")]
    public static extern void BeActive(nint session);

    [DllImport(Ssl, EntryPoint = "SSL_do_handshake")]
    public static extern int DoHandshake(nint session);

    [DllImport(Ssl, EntryPoint = "SSL_read")]
    public static extern int Read(nint session, ref byte into, int length);

    [DllImport(Ssl, EntryPoint = "SSL_get_error")]
    public static extern int ErrorOf(nint session, int result);

    [DllImport(Ssl, EntryPoint = "SSL_get1_peer_certificate")]
    public static extern nint PeerCertificate(nint session);

    [DllImport(Ssl, EntryPoint = "SSL_get_selected_srtp_profile")]
    public static extern nint SelectedSrtp(nint session);

    [DllImport(Ssl, EntryPoint = "SSL_export_keying_material")]
    public static extern int ExportKeys(nint session, ref byte into, nint length, in byte label, nint labelLength, nint context, nint contextLength, int useContext);

    [DllImport(Crypto, EntryPoint = "BIO_s_mem")]
    public static extern nint Memory();

    [DllImport(Crypto, EntryPoint = "BIO_new")]
    public static extern nint NewChannel(nint kind);

    [DllImport(Crypto, EntryPoint = "BIO_write")]
    public static extern int Write(nint channel, in byte bytes, int length);

    [DllImport(Crypto, EntryPoint = "BIO_read")]
    public static extern int ReadFrom(nint channel, ref byte into, int length);

    [DllImport(Crypto, EntryPoint = "BIO_ctrl_pending")]
    public static extern nint Pending(nint channel);

    [DllImport(Crypto, EntryPoint = "EVP_sha256")]
    public static extern nint Sha256();

    [DllImport(Crypto, EntryPoint = "EVP_sha384")]
    public static extern nint Sha384();

    [DllImport(Crypto, EntryPoint = "EVP_sha512")]
    public static extern nint Sha512();

    [DllImport(Crypto, EntryPoint = "X509_digest")]
    public static extern int Digest(nint certificate, nint hash, ref byte into, out uint length);

    [DllImport(Crypto, EntryPoint = "X509_free")]
    public static extern void FreeCertificate(nint certificate);

    [DllImport(Crypto, EntryPoint = "ERR_clear_error")]
    public static extern void ClearErrors();

    [DllImport(Crypto, EntryPoint = "ERR_get_error")]
    public static extern ulong NextError();

    [DllImport(Crypto, EntryPoint = "ERR_error_string_n")]
    public static extern void Describe(ulong error, ref byte into, nint length);

    /// <summary><c>struct timeval</c> of a 64-bit machine.</summary>
    public readonly struct TimeLeft
    {
        private readonly long seconds;
        private readonly long microseconds;

        public TimeSpan Value => TimeSpan.FromMicroseconds((seconds * 1_000_000) + microseconds);
    }
}
