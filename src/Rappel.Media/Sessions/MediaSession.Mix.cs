using System.Collections.Immutable;
using Rappel.Media.Codecs;
using Rappel.Media.Mixing;
using Rappel.Media.Rtp;

namespace Rappel.Media.Sessions;

/// <summary>A leg in a mix, and what is done with what it says beside relaying it.</summary>
internal sealed partial class MediaSession
{
    /// <summary>Null while it is in no mix.</summary>
    public MixSeat? Seat { get; private set; }

    /// <summary>Whether it hears what is sent to it now by others.</summary>
    private bool HearsOthers => MaySend && !_playout.Active && _keysOut?.Active != true;

    /// <summary>Hears these from now on, mixed.</summary>
    public void Sit(ImmutableArray<MediaSession> hears)
    {
        if (Seat is null)
        {
            Leave();
            StopPlaying();
            Seat = new MixSeat();
        }

        Seat.Hears = hears;
        Attend();
    }

    /// <summary>In the mix no more.</summary>
    public void Rise()
    {
        if (Seat is not null)
        {
            Seat = null;
            Attend();
        }
    }

    /// <summary>Each packet is relayed; whether anything else is to be done with it is looked up in one place.</summary>
    private void Attend()
    {
        _attends = _tape is not null || _ear is not null || Seat is not null || _peer?._tape is not null;
        if (_peer is { } peer)
        {
            peer._attends = peer._tape is not null || peer._ear is not null || _tape is not null;
        }
    }

    private void Attend(in RtpPacket packet, G711 codec, ReadOnlySpan<byte> payload)
    {
        _tape?.Hear(packet.Ssrc, packet.Timestamp, codec, payload, Seat is not null || _peer?.HearsOthers == true);
        _ear?.Hear(packet.Ssrc, packet.Timestamp, codec, payload);
        Seat?.Hear(packet.Ssrc, packet.Timestamp, codec, payload);
        if (_peer is { _tape: { } tape, HearsOthers: true })
        {
            tape.HearOther(packet.Ssrc, packet.Timestamp, codec, payload);
        }
    }

    private void BeatInMix(MixSeat seat)
    {
        seat.Beat();
        if (seat.TryTakeKey(out var key) && _parameters?.TelephoneEvent is not null)
        {
            SendDigits(key.ToString());
        }
    }

    private void SendMixed(MediaParameters agreed, MixSeat seat)
    {
        if (_outbox.Rent() is not { } buffer)
        {
            return;
        }

        Span<short> frame = stackalloc short[MediaLimits.SamplesPerPacket];
        seat.Mix(frame);
        _tape?.HearOther(frame);
        _stream.WriteFrame(buffer, agreed.PayloadType, frame.Length);
        G711Codec.Encode(agreed.Codec, frame, buffer.AsSpan(RtpPacket.HeaderLength));
        Send(buffer, false, _latch.Destination!, RtpPacket.HeaderLength + frame.Length);
    }
}
