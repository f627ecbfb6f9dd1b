using System.Collections.Immutable;
using System.Net;
using Rappel.Media.Rtcp;

namespace Rappel.Media.Sessions;

/// <summary>
/// All streams of one media thread. The owner passes commands, packets and one <see cref="Beat(Instant, int)"/> of each slot every 20 ms, and takes packets and
/// events after each call. Not for use by two threads. A session stays in the slot it came into, the emptiest of that moment: so the
/// sending is spread over the 20 ms, and whatever else the processor has to do comes in between.
/// </summary>
/// <param name="cname">Our name in RTCP (RFC 3550 §6.5.1); at most 255 bytes of UTF-8.</param>
/// <param name="entropy">Spreads reports in time.</param>
public sealed class MediaMachine(string cname, Func<ulong> entropy) : IMediaMachine
{
    private readonly Dictionary<MediaSessionId, MediaSession> _byId = [];
    private readonly List<MediaSession>[] _slots = [.. Enumerable.Range(0, MediaLimits.BeatSlots).Select(_ => new List<MediaSession>())];
    private readonly MediaOutbox _outbox = new();
    private readonly byte[] _cname = RtcpWriter.CnameOf(cname);

    public int SessionCount => _byId.Count;

    public int SessionsIn(int slot) => _slots[slot].Count;

    public MediaCounters Counters => _outbox.Counters;

    public void Handle(Instant now, MediaCommand command)
    {
        if (command is MediaCommand.Open open)
        {
            Open(open);
        }
        else if (_byId.TryGetValue(command.Session, out var session))
        {
            Handle(now, session, command);
        }
    }

    public void Receive(Instant now, MediaSessionId session, bool rtcp, IPEndPoint source, ReadOnlySpan<byte> packet)
    {
        if (!_byId.TryGetValue(session, out var receiver))
        {
            Counters.Unwanted++;
        }
        else if (packet.Length > MediaLimits.MaximumPacket)
        {
            Counters.Malformed++;
        }
        else if (!receiver.IsBroken)
        {
            try
            {
                if (receiver.IsSecured)
                {
                    receiver.ReceiveSecured(now, source, packet);
                }
                else if (rtcp)
                {
                    receiver.ReceiveRtcp(now, source, packet);
                }
                else
                {
                    receiver.Receive(now, source, packet);
                }
            }
            catch (Exception fault)
            {
                Break(receiver, fault);
            }
        }
    }

    public void Beat(Instant now)
    {
        for (var slot = 0; slot < _slots.Length; slot++)
        {
            Beat(now, slot);
        }
    }

    public void Beat(Instant now, int slot)
    {
        foreach (var session in _slots[slot])
        {
            if (session.IsBroken)
            {
                continue;
            }

            try
            {
                session.Beat(now);
            }
            catch (Exception fault)
            {
                Break(session, fault);
            }
        }
    }

    public bool TryTakePacket(out MediaPacket packet) => _outbox.TryTakePacket(out packet);

    public bool TryTakeEvent(out MediaEvent happened) => _outbox.TryTakeEvent(out happened);

    /// <summary>False for a session that is closed.</summary>
    public bool TryGetStatistics(MediaSessionId session, out MediaStatistics statistics)
    {
        var known = _byId.TryGetValue(session, out var found);
        statistics = known ? found!.Statistics : default;
        return known;
    }

    private void Handle(Instant now, MediaSession session, MediaCommand command)
    {
        switch (command)
        {
            case MediaCommand.Configure configure:
                session.Configure(now, configure.Parameters);
                break;
            case MediaCommand.Play play:
                session.Play(play);
                break;
            case MediaCommand.PlayLoop loop:
                session.PlayLoop(loop.Clip);
                break;
            case MediaCommand.StopPlaying:
                session.StopPlaying();
                break;
            case MediaCommand.Bridge bridge:
                Bridge(session, bridge.Other);
                break;
            case MediaCommand.Unbridge:
                session.Leave();
                break;
            case MediaCommand.Mix mix:
                Mix(session, mix.Hears);
                break;
            case MediaCommand.Unmix:
                session.Rise();
                break;
            case MediaCommand.SendDigits digits:
                session.SendDigits(digits.Digits);
                break;
            case MediaCommand.StartRecording recording:
                session.StartRecording(recording);
                break;
            case MediaCommand.RecordCall recording:
                session.RecordCall(recording);
                break;
            case MediaCommand.PauseRecording pause:
                session.PauseRecording(pause.Paused);
                break;
            case MediaCommand.StopRecording:
                session.StopRecording(RecordingEnd.Stopped);
                break;
            case MediaCommand.ListenForGreeting listening:
                session.ListenForGreeting(listening);
                break;
            case MediaCommand.StopListening:
                session.StopListening();
                break;
            case SecureCommand.SendHandshake handshake:
                session.SendHandshake(handshake.Datagrams);
                break;
            case SecureCommand.Secure secure:
                session.Secure(secure.Keys);
                break;
            case SecureCommand.Doubt doubt:
                session.Doubt(doubt.Doubted);
                break;
            case MediaCommand.Close:
                Close(now, session);
                break;
        }
    }

    /// <summary>A broken invariant ends that leg alone: all others keep their beat.</summary>
    private void Break(MediaSession session, Exception fault)
    {
        session.IsBroken = true;
        session.Rise();
        _outbox.Tell(new MediaEvent.SessionBroken(session.Id, fault.ToString()));
    }

    private void Open(MediaCommand.Open order)
    {
        if (!_byId.ContainsKey(order.Session))
        {
            var slot = EmptiestSlot();
            var session = new MediaSession(order, _outbox, _cname, entropy) { Slot = slot, Place = _slots[slot].Count };
            _slots[slot].Add(session);
            _byId.Add(order.Session, session);
        }
    }

    private int EmptiestSlot()
    {
        var emptiest = 0;
        for (var slot = 1; slot < _slots.Length; slot++)
        {
            emptiest = _slots[slot].Count < _slots[emptiest].Count ? slot : emptiest;
        }

        return emptiest;
    }

    private void Bridge(MediaSession session, MediaSessionId other)
    {
        if (_byId.TryGetValue(other, out var peer) && peer != session)
        {
            session.Join(peer);
        }
    }

    private void Mix(MediaSession session, ImmutableArray<MediaSessionId> hears) =>
        session.Sit([.. hears.Select(id => _byId.GetValueOrDefault(id)).OfType<MediaSession>().Where(talker => talker != session)]);

    private void Close(Instant now, MediaSession session)
    {
        _byId.Remove(session.Id);
        // The last one takes the free place: closing costs the same whatever the number of sessions.
        var slot = _slots[session.Slot];
        var last = slot[^1];
        slot[session.Place] = last;
        last.Place = session.Place;
        slot.RemoveAt(slot.Count - 1);
        session.Close(now);
        session.Dispose();
    }
}
