using System.Globalization;
using Rappel.Media.Sessions;

namespace Rappel.Media.Sdp;

/// <summary>The lines of a secured stream (RFC 8839, RFC 8842, RFC 8122, RFC 9143), read and written.</summary>
internal static class SecuredSdp
{
    public const string Protocol = "UDP/TLS/RTP/SAVPF";

    /// <summary>Of the only stream in our own offers.</summary>
    private const string OfferedMid = "0";

    /// <summary>A host candidate of the first address: type preference 126, local preference 65535, component 1 (RFC 8445 §5.1.2.1).</summary>
    private const uint BestPriority = (126u << 24) | (65535u << 8) | 255;

    public static bool IsSecured(SdpStream stream) =>
        stream.Kind == "audio" && stream.Port != 0 && stream.Protocol.ToUpperInvariant() is Protocol or "UDP/TLS/RTP/SAVP";

    /// <summary>What the description says about the stream's security; null with a reason where it is not all there.</summary>
    public static (string Fragment, string Fingerprint, string Setup)? Read(SdpDescription description, SdpStream stream, out string refusal)
    {
        refusal = "";
        var fingerprint = FingerprintOf(description, stream);
        var fragment = Find(description, stream, "ice-ufrag");
        if (string.IsNullOrEmpty(fragment) || string.IsNullOrEmpty(Find(description, stream, "ice-pwd")))
        {
            refusal = "ice-missing";
        }
        else if (fingerprint is null)
        {
            refusal = "fingerprint-missing";
        }
        else if (stream.Find("rtcp-mux") is null)
        {
            refusal = "rtcp-mux-missing";
        }

        return refusal.Length > 0 ? null : (fragment!, fingerprint!, Find(description, stream, "setup")?.ToLowerInvariant() ?? "");
    }

    /// <summary>The names of ICE of an offer of ours.</summary>
    public static (string Fragment, string Password) OwnOf(SdpStream stream) => (stream.Find("ice-ufrag") ?? "", stream.Find("ice-pwd") ?? "");

    /// <summary>Above the first m= line.</summary>
    /// <param name="offer">The stream that is answered; null where we offer.</param>
    public static void WriteSession(SdpWriter writer, SdpStream? offer)
    {
        writer.Line('a', "ice-lite");
        if ((offer is null ? OfferedMid : offer.Find("mid")) is { Length: > 0 } mid)
        {
            writer.Line('a', $"group:BUNDLE {mid}");
        }
    }

    /// <summary>Below the m= line.</summary>
    /// <param name="setup"><c>actpass</c>, <c>active</c> or <c>passive</c>.</param>
    public static void WriteStream(SdpWriter writer, SdpLocal local, SecuredLocal secured, SdpStream? offer, string setup)
    {
        if ((offer is null ? OfferedMid : offer.Find("mid")) is { Length: > 0 } mid)
        {
            writer.Line('a', $"mid:{mid}");
        }

        writer.Line('a', "rtcp-mux");
        writer.Line('a', $"ice-ufrag:{secured.Fragment}");
        writer.Line('a', $"ice-pwd:{secured.Password}");
        writer.Line('a', $"fingerprint:{secured.Fingerprint}");
        writer.Line('a', $"setup:{setup}");

        // Browsers hand a track to the page within a stream; without a name there would be none.
        writer.Line('a', "msid:rappel audio");
        for (var i = 0; i < secured.Addresses.Length; i++)
        {
            writer.Line('a', string.Create(CultureInfo.InvariantCulture, $"candidate:{i + 1} 1 udp {BestPriority - (256u * (uint)i)} {secured.Addresses[i]} {local.Port} typ host"));
        }

        writer.Line('a', "end-of-candidates");
    }

    /// <summary>Who begins, where the browser wrote this; null where we were to choose.</summary>
    public static DtlsRole? RoleOf(string setup) => setup switch
    {
        "active" => DtlsRole.Passive,
        "passive" => DtlsRole.Active,
        _ => null,
    };

    public static string Written(DtlsRole role) => role == DtlsRole.Active ? "active" : "passive";

    private static string? Find(SdpDescription description, SdpStream stream, string name) =>
        stream.Find(name) ?? description.Attributes.FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The stream's own before the session's; of several the first by a hash that is still trusted (RFC 8122 §5.1).</summary>
    private static string? FingerprintOf(SdpDescription description, SdpStream stream) =>
        stream.Attributes.Concat(description.Attributes)
            .Where(a => a.Name.Equals("fingerprint", StringComparison.OrdinalIgnoreCase) && a.Value is not null)
            .Select(a => a.Value!.Trim())
            .FirstOrDefault(v => v.Split(' ')[0].ToLowerInvariant() is "sha-256" or "sha-384" or "sha-512");
}
