using System.Collections.Immutable;

namespace Rappel.Media.Sessions;

/// <summary>One RTP session: one leg's audio, on one local port (RTCP on the next).</summary>
public readonly record struct MediaSessionId(long Value)
{
    public override string ToString() => $"media-{Value}";
}

public enum G711
{
    Pcmu,
    Pcma,
}

/// <summary>Which way audio flows, seen from us (RFC 3264 §5.1).</summary>
public enum MediaDirection
{
    SendReceive,
    SendOnly,
    ReceiveOnly,
    Inactive,
}

/// <summary>What offer and answer agreed on.</summary>
/// <param name="RemoteAddress">Numeric IP; where we send until a source is latched.</param>
/// <param name="PayloadType">For the codec, as the peer wants to receive it: 0 PCMU, 8 PCMA.</param>
/// <param name="TelephoneEvent">Dynamic payload type of RFC 4733 events; null where not agreed.</param>
/// <param name="PacketTime">Milliseconds of audio in a packet we send: 20.</param>
public sealed record MediaParameters(
    string RemoteAddress, int RemotePort, G711 Codec, int PayloadType, int? TelephoneEvent, int PacketTime, MediaDirection Direction)
{
    /// <summary>The codec's payload type as we receive it, where it differs from <see cref="PayloadType"/>.</summary>
    public int? ReceivePayloadType { get; init; }

    /// <summary>The events' payload type as we receive them, where it differs from <see cref="TelephoneEvent"/>.</summary>
    public int? ReceiveTelephoneEvent { get; init; }

    /// <summary>RFC 3605; null for the port after <see cref="RemotePort"/>.</summary>
    public int? RemoteRtcpPort { get; init; }

    /// <summary>For a stream to and from a browser; null where audio goes in the clear. The remote address and port then mean nothing.</summary>
    public SecuredMedia? Secured { get; init; }
}

/// <summary>What a media machine is told to do. A command for a session that is closed is ignored.</summary>
public abstract record MediaCommand(MediaSessionId Session)
{
    /// <summary>Begin. Until Configure nothing is sent and what arrives is dropped.</summary>
    /// <param name="Ssrc">Random, chosen by the owner.</param>
    public sealed record Open(MediaSessionId Session, uint Ssrc, ushort FirstSequence, uint FirstTimestamp) : MediaCommand(Session)
    {
        /// <summary>Where it sends from: comes back with each packet, so that the shell need not look it up.</summary>
        public int LocalPort { get; init; }
    }

    /// <summary>Agreed parameters, first or anew (hold, moved peer). A new remote address unlatches the source.</summary>
    public sealed record Configure(MediaSessionId Session, MediaParameters Parameters) : MediaCommand(Session);

    /// <summary>Play these one after another, once; replaces what plays; PlayEnded follows with the token. Nothing to play ends at once.</summary>
    public sealed record Play(MediaSessionId Session, int Token, ImmutableArray<AudioClip> Clips) : MediaCommand(Session);

    /// <summary>Play this over and over until something else is played; no event.</summary>
    public sealed record PlayLoop(MediaSessionId Session, AudioClip Clip) : MediaCommand(Session);

    /// <summary>Stop what plays; no event for it.</summary>
    public sealed record StopPlaying(MediaSessionId Session) : MediaCommand(Session);

    /// <summary>Relay audio and telephone-events both ways, transcoding between PCMU and PCMA where they differ. Ends what plays on both.</summary>
    public sealed record Bridge(MediaSessionId Session, MediaSessionId Other) : MediaCommand(Session);

    /// <summary>Ends a bridge, on both sides.</summary>
    public sealed record Unbridge(MediaSessionId Session) : MediaCommand(Session);

    /// <summary>
    /// Hear these from now on, the sum of what they say, each evened out; a bridge ends. Those in no mix themselves are silent: a conference
    /// is one such command for each who takes part, a row of who hears whom. Keys pressed by those heard are passed on.
    /// </summary>
    /// <param name="Hears">Nobody: only silence is heard.</param>
    public sealed record Mix(MediaSessionId Session, ImmutableArray<MediaSessionId> Hears) : MediaCommand(Session);

    /// <summary>Leave the mix: nobody is heard and nobody hears it.</summary>
    public sealed record Unmix(MediaSessionId Session) : MediaCommand(Session);

    /// <summary>Send these keys as telephone-events (100 ms each, 60 ms apart).</summary>
    public sealed record SendDigits(MediaSessionId Session, string Digits) : MediaCommand(Session);

    /// <summary>Record what is heard from the peer; Recorded events carry the audio, RecordingEnded comes last.</summary>
    /// <param name="SilenceLimit">Ends after this much silence; zero for never.</param>
    public sealed record StartRecording(MediaSessionId Session, long Recording, TimeSpan MaximumLength, TimeSpan SilenceLimit) : MediaCommand(Session);

    /// <summary>
    /// Record a conversation on two tracks: what this session's peer says while somebody hears it, and what it hears of others, whoever
    /// they are. Events as of StartRecording, the tracks' samples in turn.
    /// </summary>
    public sealed record RecordCall(MediaSessionId Session, long Recording, TimeSpan MaximumLength) : MediaCommand(Session);

    /// <summary>A conversation is recorded as silence from now on, or recorded again.</summary>
    public sealed record PauseRecording(MediaSessionId Session, bool Paused) : MediaCommand(Session);

    public sealed record StopRecording(MediaSessionId Session) : MediaCommand(Session);

    /// <summary>Tell person from machine by what is heard from the peer from now on: one GreetingHeard follows, then one GreetingOver.</summary>
    public sealed record ListenForGreeting(MediaSessionId Session, int Token) : MediaCommand(Session);

    /// <summary>Listen no more; no event follows.</summary>
    public sealed record StopListening(MediaSessionId Session) : MediaCommand(Session);

    /// <summary>End of the session; a BYE is sent on RTCP.</summary>
    public sealed record Close(MediaSessionId Session) : MediaCommand(Session);
}

/// <summary>Who answered a call we made.</summary>
public enum GreetingVerdict
{
    /// <summary>Short greeting, then a pause for our answer.</summary>
    Person,

    /// <summary>A long greeting without a pause, or a beep.</summary>
    Machine,

    /// <summary>Nothing was said in the time there is to listen.</summary>
    Silence,
}

public enum RecordingEnd
{
    Stopped,
    MaximumLength,
    Silence,
    SessionClosed,
}

/// <summary>What a media machine tells.</summary>
public abstract record MediaEvent(MediaSessionId Session)
{
    public sealed record PlayEnded(MediaSessionId Session, int Token) : MediaEvent(Session);

    /// <summary>A key was pressed (RFC 4733, once per key, at its start).</summary>
    public sealed record DigitReceived(MediaSessionId Session, char Key) : MediaEvent(Session);

    /// <summary>Up to a second of recorded audio: 16-bit little-endian samples, 8 kHz; of a conversation a pair for each moment.</summary>
    public sealed record Recorded(MediaSessionId Session, long Recording, ReadOnlyMemory<byte> Samples) : MediaEvent(Session);

    public sealed record RecordingEnded(MediaSessionId Session, long Recording, TimeSpan Length, RecordingEnd Why) : MediaEvent(Session);

    /// <summary>Who answered, as far as the audio tells.</summary>
    /// <param name="After">Since listening began.</param>
    public sealed record GreetingHeard(MediaSessionId Session, int Token, GreetingVerdict Verdict, TimeSpan After) : MediaEvent(Session);

    /// <summary>
    /// The greeting has ended, by a beep or by a silence that long: a message can be left now. It comes after every verdict; with a beep
    /// after <see cref="GreetingVerdict.Person"/> it was a machine after all.
    /// </summary>
    public sealed record GreetingOver(MediaSessionId Session, int Token, bool Beep) : MediaEvent(Session);

    /// <summary>The peer sent audio before and has been silent (no RTP, no RTCP) for <see cref="MediaLimits.PeerSilence"/> while it should send.</summary>
    public sealed record PeerVanished(MediaSessionId Session) : MediaEvent(Session);

    /// <summary>A fault of ours: the session does nothing more and is to be closed. All others go on.</summary>
    /// <param name="Fault">For the log.</param>
    public sealed record SessionBroken(MediaSessionId Session, string Fault) : MediaEvent(Session);
}

/// <summary>A packet for the shell to send from the session's port.</summary>
/// <param name="LocalPort">That of RTP, also where this is RTCP.</param>
/// <param name="Length">Bytes used of <paramref name="Buffer"/>; the buffer is the machine's, valid until the next call.</param>
public readonly record struct MediaPacket(
    MediaSessionId Session, int LocalPort, bool Rtcp, System.Net.IPEndPoint Destination, byte[] Buffer, int Length);

/// <summary>All streams of one media thread, on one 20 ms beat. No allocation per packet.</summary>
public interface IMediaMachine
{
    void Handle(Instant now, MediaCommand command);

    /// <summary>A packet came in on the session's port.</summary>
    void Receive(Instant now, MediaSessionId session, bool rtcp, System.Net.IPEndPoint source, ReadOnlySpan<byte> packet);

    /// <summary>One beat of every slot.</summary>
    void Beat(Instant now);

    /// <summary>
    /// One beat of one slot (0 to <see cref="MediaLimits.BeatSlots"/> - 1): 20 ms of audio for every stream in it. Late beats are made up by
    /// the caller, one call each.
    /// </summary>
    void Beat(Instant now, int slot);

    /// <summary>Sessions that have their beat in this slot.</summary>
    int SessionsIn(int slot);

    /// <summary>Packets to send now: those of the last Beat, and relayed ones of the last Receive.</summary>
    bool TryTakePacket(out MediaPacket packet);

    bool TryTakeEvent(out MediaEvent happened);

    int SessionCount { get; }
}
