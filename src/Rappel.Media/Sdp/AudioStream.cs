using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Rappel.Media.Sessions;

namespace Rappel.Media.Sdp;

/// <summary>What one m=audio line says, with what it takes over from the session: payload types by codec, where to send, which way.</summary>
internal sealed class AudioStream
{
    private readonly List<(int Type, G711 Codec)> _codecs = [];

    private AudioStream(SdpStream stream)
    {
        Stream = stream;
    }

    public SdpStream Stream { get; }

    /// <summary>As the one who wrote the description sees it.</summary>
    public MediaDirection Direction { get; private set; }

    public SdpConnection? Connection { get; private set; }

    /// <summary>In the order of preference of the m= line.</summary>
    public IReadOnlyList<(int Type, G711 Codec)> Codecs => _codecs;

    public int? TelephoneEvent { get; private set; }

    /// <summary>Milliseconds; null where not said.</summary>
    public int? MaximumPacketTime { get; private set; }

    /// <summary>RFC 3605; null for the port after that of RTP.</summary>
    public int? RtcpPort { get; private set; }

    /// <summary>Audio for a browser: its path is found by ICE, whatever address is written.</summary>
    public bool IsSecured => SecuredSdp.IsSecured(Stream);

    /// <summary>An old way to say hold, still met: RFC 3264 §8.4.</summary>
    public bool HeldByAddress => !IsSecured && Connection is { Address: "0.0.0.0" or "::" };

    /// <param name="secured">Whether one for a browser will do too.</param>
    public static bool IsCandidate(SdpStream stream, bool secured) =>
        (stream.Kind == "audio" && stream.Port != 0 && stream.Protocol.ToUpperInvariant() is "RTP/AVP" or "RTP/AVPF")
        || (secured && SecuredSdp.IsSecured(stream));

    public static AudioStream Read(SdpDescription description, SdpStream stream)
    {
        var audio = new AudioStream(stream)
        {
            Connection = stream.Connection ?? description.Connection,
            Direction = DirectionOf(stream.Attributes) ?? DirectionOf(description.Attributes) ?? MediaDirection.SendReceive,
            MaximumPacketTime = Number(stream.Find("maxptime")),
            RtcpPort = Number(stream.Find("rtcp")?.Split(' ')[0]) is > 0 and <= 65535 and { } port ? port : null,
        };
        audio.ReadFormats();
        return audio;
    }

    /// <summary>Null where we can send there; else why not.</summary>
    public string? WhyUnreachable(string localAddress)
    {
        if (IsSecured)
        {
            return null;
        }

        if (Connection is null)
        {
            return "sdp-without-connection";
        }

        // A name would have to be looked up; nothing in the field sends one any more.
        if (!IPAddress.TryParse(Connection.Address, out var remote))
        {
            return "sdp-address-not-numeric";
        }

        if (IPAddress.TryParse(localAddress, out var local) && local.AddressFamily != remote.AddressFamily)
        {
            return remote.GetAddressBytes().Length == 16 ? "ip6-unsupported" : "ip4-unsupported";
        }

        return IsMulticast(remote) ? "multicast-unsupported" : null;
    }

    private static bool IsMulticast(IPAddress address) =>
        address.IsIPv6Multicast || address.Equals(IPAddress.Broadcast)
        || (address.GetAddressBytes() is { Length: 4 } bytes && (bytes[0] & 0xF0) == 0xE0);

    private void ReadFormats()
    {
        foreach (var format in Stream.Formats)
        {
            if (Number(format) is not (>= 0 and <= 127 and { } type))
            {
                continue;
            }

            var name = NameOf(type);
            if (name.Equals("PCMU/8000", StringComparison.OrdinalIgnoreCase))
            {
                _codecs.Add((type, G711.Pcmu));
            }
            else if (name.Equals("PCMA/8000", StringComparison.OrdinalIgnoreCase))
            {
                _codecs.Add((type, G711.Pcma));
            }
            else if (name.Equals("telephone-event/8000", StringComparison.OrdinalIgnoreCase))
            {
                TelephoneEvent ??= type;
            }
        }
    }

    /// <summary>Name and clock rate of a payload type. A static one needs no rtpmap (RFC 3551 §6), but the first one that is there wins.</summary>
    private ReadOnlySpan<char> NameOf(int type)
    {
        foreach (var attribute in Stream.Attributes)
        {
            if (attribute.Name.Equals("rtpmap", StringComparison.OrdinalIgnoreCase) && attribute.Value.AsSpan() is var value
                && value.IndexOf(' ') is > 0 and var blank && Number(value[..blank]) == type)
            {
                var name = value[(blank + 1)..].Trim();
                return name.EndsWith("/8000/1") ? name[..^2] : name;
            }
        }

        return type switch { 0 => "PCMU/8000", 8 => "PCMA/8000", _ => "" };
    }

    private static MediaDirection? DirectionOf(ImmutableArray<SdpAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Value is null && MediaDirections.Read(attribute.Name) is { } direction)
            {
                return direction;
            }
        }

        return null;
    }

    private static int? Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
