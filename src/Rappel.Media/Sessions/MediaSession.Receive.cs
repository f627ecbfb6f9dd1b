using System.Net;
using Rappel.Media.Codecs;
using Rappel.Media.Dtmf;
using Rappel.Media.Rtcp;
using Rappel.Media.Rtp;
using Rappel.Media.Sdp;

namespace Rappel.Media.Sessions;

/// <summary>What comes in from the peer.</summary>
internal sealed partial class MediaSession
{
    /// <summary>Ticks (100 ns) in a timestamp unit.</summary>
    private const long TicksPerSample = TimeSpan.TicksPerSecond / MediaLimits.SampleRate;

    private enum Heard
    {
        Nothing,
        Audio,
        Key,
    }

    public void Receive(Instant now, IPEndPoint source, ReadOnlySpan<byte> bytes)
    {
        if (_parameters is not { } agreed)
        {
            _outbox.Counters.Unwanted++;
            return;
        }

        if (!RtpPacket.TryRead(bytes, out var packet))
        {
            _outbox.Counters.Malformed++;
            return;
        }

        var kind = KindOf(packet, agreed, out var codec);
        if (kind == Heard.Nothing)
        {
            TurnAway(now, source, packet);
            return;
        }

        if (!_latch.Admit(now, source, packet))
        {
            _outbox.Counters.Foreign++;
            return;
        }

        var arrival = (uint)(now.UtcTicks / TicksPerSample);
        Note(now);
        _heardAudio = true;
        _received++;
        _reception.Count(packet.Ssrc, packet.Sequence, packet.Timestamp, arrival);
        if (!agreed.Direction.Receives())
        {
            _outbox.Counters.Unwanted++;
            return;
        }

        var payload = bytes.Slice(packet.PayloadOffset, packet.PayloadLength);
        if (kind == Heard.Key)
        {
            HearKey(packet, payload, arrival);
        }
        else
        {
            if (_attends)
            {
                Attend(packet, codec, payload);
            }

            _peer?.RelayAudio(packet, codec, payload, arrival);
        }
    }

    public void ReceiveRtcp(Instant now, IPEndPoint source, ReadOnlySpan<byte> bytes)
    {
        if (_parameters is null)
        {
            _outbox.Counters.Unwanted++;
        }
        else if (!RtcpReader.TryOpen(bytes, out var reader))
        {
            _outbox.Counters.Malformed++;
        }
        else if (!_latch.AdmitRtcp(source))
        {
            _outbox.Counters.Foreign++;
        }
        else
        {
            Note(now);
            while (reader.Next())
            {
                if (reader.TrySender(out var report))
                {
                    _reports.Hear(now, report);
                }
            }
        }
    }

    private void Note(Instant now)
    {
        _heard = now;
        _vanished = false;
    }

    /// <summary>
    /// Audio by the number agreed, and by both static numbers: peers that listed both laws may change between them without asking
    /// (RFC 3264 §7). Events by our number and the peer's, which some mix up.
    /// </summary>
    private static Heard KindOf(in RtpPacket packet, MediaParameters agreed, out G711 codec)
    {
        var type = packet.PayloadType;
        codec = agreed.Codec;
        if (agreed.TelephoneEvent is not null && (type == agreed.TelephoneEvent || type == agreed.ReceiveTelephoneEvent))
        {
            return packet.PayloadLength >= TelephoneEvent.Length ? Heard.Key : Heard.Nothing;
        }

        if (type != (agreed.ReceivePayloadType ?? agreed.PayloadType))
        {
            if (type is not (0 or 8))
            {
                return Heard.Nothing;
            }

            codec = type == 0 ? G711.Pcmu : G711.Pcma;
        }

        return packet.PayloadLength is > 0 and <= MediaLimits.MaximumPayload ? Heard.Audio : Heard.Nothing;
    }

    /// <summary>Comfort noise and the like: a sign of life where it comes from the peer, and otherwise nothing.</summary>
    private void TurnAway(Instant now, IPEndPoint source, in RtpPacket packet)
    {
        _outbox.Counters.Unagreed++;
        if (source.Equals(_latch.Source))
        {
            Note(now);
            _reception.Count(packet.Ssrc, packet.Sequence, packet.Timestamp, (uint)(now.UtcTicks / TicksPerSample));
            _peer?._relay?.Skip(packet);
        }
    }

    private void HearKey(in RtpPacket packet, ReadOnlySpan<byte> payload, uint arrival)
    {
        if (!TelephoneEvent.TryRead(payload, out var happened))
        {
            return;
        }

        if (_keysIn.Hear(packet.Ssrc, packet.Timestamp, happened, out var key))
        {
            _outbox.Tell(new MediaEvent.DigitReceived(Id, key));
            Seat?.Press(key);
        }

        _peer?.RelayKey(packet, happened, payload, arrival);
    }

    private bool MayRelay()
    {
        if (HearsOthers)
        {
            return true;
        }

        _relay?.LetGo();
        return false;
    }

    private void RelayAudio(in RtpPacket packet, G711 codec, ReadOnlySpan<byte> payload, uint arrival)
    {
        if (!MayRelay() || payload.Length > MediaLimits.MaximumPacket - RtpPacket.HeaderLength
            || !_relay!.TryMap(packet, true, arrival, out var marker, out var sequence, out var timestamp) || _outbox.Rent() is not { } buffer)
        {
            return;
        }

        _stream.WriteAt(buffer, marker, _parameters!.PayloadType, sequence, timestamp, payload.Length, payload.Length);
        G711Codec.Transcode(codec, _parameters.Codec, payload, buffer.AsSpan(RtpPacket.HeaderLength));
        Send(buffer, false, _latch.Destination!, RtpPacket.HeaderLength + payload.Length);
    }

    /// <summary>Keys pass as they are, under the peer's payload type. To a peer that takes no events they are not sent.</summary>
    private void RelayKey(in RtpPacket packet, TelephoneEvent happened, ReadOnlySpan<byte> payload, uint arrival)
    {
        if (!MayRelay())
        {
            return;
        }

        if (_parameters!.TelephoneEvent is not { } type)
        {
            _relay?.Skip(packet);
            return;
        }

        if (_relay!.TryMap(packet, false, arrival, out var marker, out var sequence, out var timestamp) && _outbox.Rent() is { } buffer)
        {
            _stream.WriteAt(buffer, marker, type, sequence, timestamp, happened.Duration, TelephoneEvent.Length);
            payload[..TelephoneEvent.Length].CopyTo(buffer.AsSpan(RtpPacket.HeaderLength));
            Send(buffer, false, _latch.Destination!, RtpPacket.HeaderLength + TelephoneEvent.Length);
        }
    }
}
