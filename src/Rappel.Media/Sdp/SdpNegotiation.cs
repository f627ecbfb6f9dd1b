using System.Globalization;
using Rappel.Media.Codecs;
using Rappel.Media.Sessions;

namespace Rappel.Media.Sdp;

/// <summary>
/// Offer and answer of one G.711 audio stream (RFC 3264). A refusal is a stable word, to be answered with 488. A late offer is the same
/// with the roles changed: <see cref="Offer"/> in our 200, <see cref="TryAccept"/> on the ACK.
/// </summary>
public static class SdpNegotiation
{
    /// <summary>Payload type of telephone-events in our offers.</summary>
    public const int OfferedTelephoneEvent = 101;

    /// <summary>A description of all we can do. A hold is an offer with another direction.</summary>
    public static byte[] Offer(SdpLocal local, MediaDirection direction)
    {
        var writer = new SdpWriter();
        writer.Session(local);
        var formats = local.Codecs.Select(codec => (G711Codec.PayloadTypeOf(codec), codec)).ToList();
        if (local.Secured is { } secured)
        {
            SecuredSdp.WriteSession(writer, null);
            WriteAudio(writer, local.Port, SecuredSdp.Protocol, formats, local.TelephoneEvents ? OfferedTelephoneEvent : null, direction);
            SecuredSdp.WriteStream(writer, local, secured, null, "actpass");
        }
        else
        {
            WriteAudio(writer, local.Port, "RTP/AVP", formats, local.TelephoneEvents ? OfferedTelephoneEvent : null, direction);
        }

        return writer.ToBytes();
    }

    /// <summary>
    /// Answers an offer: the first audio stream we can take is taken with one codec, so that the peer cannot change it under way; every
    /// other stream is refused with port 0 (RFC 3264 §6).
    /// </summary>
    /// <param name="wanted">The direction we would like; the answer is what both sides allow.</param>
    public static bool TryAnswer(ReadOnlySpan<byte> offer, SdpLocal local, MediaDirection wanted, out SdpAnswer? answer, out string refusal)
    {
        answer = null;
        if (!SdpReader.TryRead(offer, out var description, out refusal))
        {
            return false;
        }

        refusal = "no-audio";
        for (var index = 0; index < description!.Streams.Length; index++)
        {
            if (!AudioStream.IsCandidate(description.Streams[index], secured: local.Secured is not null))
            {
                continue;
            }

            var audio = AudioStream.Read(description, description.Streams[index]);
            if (TryChoose(audio, local, out var chosen, out var why))
            {
                SecuredMedia? security = null;
                if (audio.IsSecured && !TrySecure(description, audio, local.Secured!, out security, out refusal))
                {
                    return false;
                }

                var direction = Seen(audio).And(wanted);
                var parameters = Parameters(audio, chosen, local.TelephoneEvents ? audio.TelephoneEvent : null, direction);
                parameters = security is null ? parameters : parameters with { Secured = security };
                answer = new SdpAnswer(WriteAnswer(description, index, local, parameters), parameters);
                refusal = "";
                return true;
            }

            refusal = refusal == "no-audio" ? why : refusal;
        }

        return false;
    }

    /// <summary>Reads the answer to an offer of ours.</summary>
    public static bool TryAccept(ReadOnlySpan<byte> offer, ReadOnlySpan<byte> answer, out MediaParameters? parameters, out string refusal)
    {
        parameters = null;
        if (!SdpReader.TryRead(offer, out var ours, out refusal) || !SdpReader.TryRead(answer, out var theirs, out refusal))
        {
            return false;
        }

        var index = ours!.Streams.ToList().FindIndex(s => AudioStream.IsCandidate(s, secured: true));
        if (index < 0 || index >= theirs!.Streams.Length || theirs.Streams[index] is not { Kind: "audio" } stream)
        {
            refusal = "no-audio";
            return false;
        }

        if (!AudioStream.IsCandidate(stream, secured: true) || SecuredSdp.IsSecured(stream) != SecuredSdp.IsSecured(ours.Streams[index]))
        {
            refusal = stream.Port == 0 ? "audio-refused" : "protocol-unsupported";
            return false;
        }

        var offered = AudioStream.Read(ours, ours.Streams[index]);
        var audio = AudioStream.Read(theirs, stream);
        refusal = Unusable(audio, offered.Connection?.Address ?? "") ?? "";
        // The first of the answer's formats is what the peer would rather have (RFC 3264 §6.1); ours were offered by static number.
        var chosen = audio.Codecs.Where(format => offered.Codecs.Any(known => known.Codec == format.Codec)).Take(1).ToList();
        if (refusal.Length > 0 || chosen.Count == 0)
        {
            refusal = refusal.Length > 0 ? refusal : "no-common-codec";
            return false;
        }

        parameters = Parameters(audio, chosen[0], offered.TelephoneEvent is null ? null : audio.TelephoneEvent, Seen(audio).And(offered.Direction)) with
        {
            // We hear the peer under the numbers of our own offer, and send under those of its answer (RFC 3264 §5.1, §6.1).
            ReceivePayloadType = offered.Codecs.First(known => known.Codec == chosen[0].Codec).Type,
            ReceiveTelephoneEvent = offered.TelephoneEvent,
        };
        return !audio.IsSecured || TrySecure(ours, offered, theirs, audio, ref parameters, out refusal);
    }

    /// <summary>What an offer says of the security of its stream, with our side of it.</summary>
    private static bool TrySecure(SdpDescription offer, AudioStream audio, SecuredLocal local, out SecuredMedia? security, out string refusal)
    {
        security = SecuredSdp.Read(offer, audio.Stream, out refusal) is { } theirs
            ? new SecuredMedia(local.Fragment, local.Password, theirs.Fragment, theirs.Fingerprint, local.Established ?? SecuredSdp.RoleOf(theirs.Setup) ?? DtlsRole.Passive)
            : null;
        return security is not null;
    }

    /// <summary>The same of an answer to an offer of ours.</summary>
    private static bool TrySecure(
        SdpDescription ours, AudioStream offered, SdpDescription theirs, AudioStream audio, ref MediaParameters? parameters, out string refusal)
    {
        if (SecuredSdp.Read(theirs, audio.Stream, out refusal) is not { } answer || SecuredSdp.Read(ours, offered.Stream, out _) is null)
        {
            parameters = null;
            return false;
        }

        var (fragment, password) = SecuredSdp.OwnOf(offered.Stream);
        parameters = parameters! with
        {
            Secured = new SecuredMedia(fragment, password, answer.Fragment, answer.Fingerprint, SecuredSdp.RoleOf(answer.Setup) ?? DtlsRole.Passive),
        };
        return true;
    }

    private static bool TryChoose(AudioStream audio, SdpLocal local, out (int Type, G711 Codec) chosen, out string refusal)
    {
        chosen = default;
        refusal = Unusable(audio, local.Address) ?? "";
        if (refusal.Length > 0)
        {
            return false;
        }

        foreach (var codec in local.Codecs)
        {
            foreach (var format in audio.Codecs)
            {
                if (format.Codec == codec)
                {
                    chosen = format;
                    return true;
                }
            }
        }

        refusal = "no-common-codec";
        return false;
    }

    private static string? Unusable(AudioStream audio, string localAddress) =>
        // We always send 20 ms; ptime is a wish (RFC 8866 §6.4), maxptime is a bound.
        audio.MaximumPacketTime is > 0 and < MediaLimits.PacketMilliseconds ? "packet-time" : audio.WhyUnreachable(localAddress);

    /// <summary>The peer's direction as seen from us. An unspecified address can receive nothing: such a peer holds us.</summary>
    private static MediaDirection Seen(AudioStream audio) =>
        audio.HeldByAddress
            ? audio.Direction.Reversed().And(MediaDirection.ReceiveOnly)
            : audio.Direction.Reversed();

    private static MediaParameters Parameters(AudioStream audio, (int Type, G711 Codec) chosen, int? telephoneEvent, MediaDirection direction) =>
        new(audio.Connection?.Address ?? "0.0.0.0", audio.Stream.Port, chosen.Codec, chosen.Type, telephoneEvent, MediaLimits.PacketMilliseconds, direction)
        {
            RemoteRtcpPort = audio.RtcpPort,
        };

    private static byte[] WriteAnswer(SdpDescription offer, int taken, SdpLocal local, MediaParameters parameters)
    {
        var writer = new SdpWriter();
        writer.Session(local);
        if (parameters.Secured is not null)
        {
            SecuredSdp.WriteSession(writer, offer.Streams[taken]);
        }

        for (var index = 0; index < offer.Streams.Length; index++)
        {
            var stream = offer.Streams[index];
            if (index == taken)
            {
                WriteAudio(writer, local.Port, stream.Protocol, [(parameters.PayloadType, parameters.Codec)], parameters.TelephoneEvent,
                    parameters.Direction);
                if (parameters.Secured is { } secured)
                {
                    SecuredSdp.WriteStream(writer, local, local.Secured!, stream, SecuredSdp.Written(secured.Role));
                }
            }
            else
            {
                writer.Line('m', $"{stream.Kind} 0 {stream.Protocol} {string.Join(' ', stream.Formats)}");
            }
        }

        return writer.ToBytes();
    }

    private static void WriteAudio(
        SdpWriter writer, int port, string protocol, List<(int Type, G711 Codec)> formats, int? telephoneEvent, MediaDirection direction)
    {
        var types = formats.Select(format => format.Type).ToList();
        if (telephoneEvent is { } dynamicType)
        {
            types.Add(dynamicType);
        }

        writer.Line('m', string.Create(CultureInfo.InvariantCulture, $"audio {port} {protocol} {string.Join(' ', types)}"));
        foreach (var (type, codec) in formats)
        {
            writer.Line('a', $"rtpmap:{type} {(codec == G711.Pcmu ? "PCMU" : "PCMA")}/8000");
        }

        if (telephoneEvent is { } events)
        {
            writer.Line('a', $"rtpmap:{events} telephone-event/8000");
            writer.Line('a', $"fmtp:{events} 0-15");
        }

        writer.Line('a', $"ptime:{MediaLimits.PacketMilliseconds}");
        writer.Line('a', direction.Written());
    }
}
