using Rappel.Media.Codecs;
using Rappel.Media.Dtmf;
using Rappel.Media.Rtp;
using Rappel.Media.Sdp;

namespace Rappel.Media.Sessions;

/// <summary>What 20 ms bring.</summary>
internal sealed partial class MediaSession
{
    public void Beat(Instant now)
    {
        if (Seat is { } seat)
        {
            BeatInMix(seat);
        }

        if (_parameters is { } agreed && !AwaitsSecurity(now))
        {
            TellPlayEnd();
            SendAudio(agreed);
            if (_reports.IsDue(now))
            {
                SendReport(now, bye: false);
            }

            WatchPeer(now, agreed);
        }

        if (_tape is { } tape && tape.Beat(out var why))
        {
            StopRecording(why);
        }

        if (_ear?.Beat() == true)
        {
            StopListening();
        }

        _stream.Tick();
    }

    private void SendAudio(MediaParameters agreed)
    {
        if (_keysOut is { } keys && (!keys.Active || agreed.TelephoneEvent is null))
        {
            // All are pressed; or the peer takes no events, and there is nothing to press keys with.
            _keysOut = null;
        }

        if (_keysOut is not null && MaySend)
        {
            SendKey(_keysOut, agreed);
        }
        else if (!MaySend)
        {
            _playout.Pass(MediaLimits.SamplesPerPacket);
            _relay?.LetGo();
        }
        else if (!_playout.Active && Seat is { } seat)
        {
            SendMixed(agreed, seat);
        }
        else if (_playout.Active || _peer is null)
        {
            SendFrame(agreed);
        }
    }

    /// <summary>What plays; silence where nothing does, so that NATs stay open and the peer sees a living stream.</summary>
    private void SendFrame(MediaParameters agreed)
    {
        _relay?.LetGo();
        if (_outbox.Rent() is not { } buffer)
        {
            _playout.Pass(MediaLimits.SamplesPerPacket);
            return;
        }

        _stream.WriteFrame(buffer, agreed.PayloadType, MediaLimits.SamplesPerPacket);
        _playout.Fill(agreed.Codec, buffer.AsSpan(RtpPacket.HeaderLength, MediaLimits.SamplesPerPacket));
        Send(buffer, false, _latch.Destination!, RtpPacket.HeaderLength + MediaLimits.SamplesPerPacket);
    }

    private void SendKey(TelephoneEventSender keys, MediaParameters agreed)
    {
        _relay?.LetGo();
        if (keys.Step(_stream.NowOrEnd, out var timestamp, out var marker, out var happening) && _outbox.Rent() is { } buffer)
        {
            _stream.WriteAt(
                buffer, marker, agreed.TelephoneEvent!.Value, _stream.NextSequence, timestamp, happening.Duration, TelephoneEvent.Length);
            happening.Write(buffer.AsSpan(RtpPacket.HeaderLength));
            Send(buffer, false, _latch.Destination!, RtpPacket.HeaderLength + TelephoneEvent.Length);
        }
    }

    private TimeSpan LongestSilence => _path is { IsDoubted: true } ? MediaLimits.DoubtedSilence : MediaLimits.PeerSilence;

    private void WatchPeer(Instant now, MediaParameters agreed)
    {
        if (!_vanished && ((_heardAudio && agreed.Direction.Receives()) || IsSecured) && now - _heard >= LongestSilence)
        {
            _vanished = true;
            _outbox.Tell(new MediaEvent.PeerVanished(Id));
        }
    }
}
