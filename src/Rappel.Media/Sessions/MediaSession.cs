using Rappel.Media.Dtmf;
using Rappel.Media.Rtp;
using Rappel.Media.Sdp;

namespace Rappel.Media.Sessions;

/// <summary>One leg's audio: what it hears from us, whom we listen to, and what is done with what we hear.</summary>
internal sealed partial class MediaSession
{
    private readonly MediaOutbox _outbox;
    private readonly int _localPort;
    private readonly SourceLatch _latch = new();
    private readonly OutgoingStream _stream;
    private readonly Playout _playout = new();
    private readonly TelephoneEventReceiver _keysIn = new();
    private readonly ReceptionStatistics _reception = new();
    private readonly RtcpReports _reports;
    private MediaParameters? _parameters;
    private MediaSession? _peer;

    /// <summary>From the peer's stream into ours; there as long as a peer is.</summary>
    private RelayMap? _relay;

    /// <summary>Null while no keys are being pressed, as mostly.</summary>
    private TelephoneEventSender? _keysOut;

    private Tape? _tape;
    private GreetingEar? _ear;
    private Instant _heard;
    private bool _heardAudio;
    private bool _vanished;

    /// <summary>More is to be done with what it says than to relay it.</summary>
    private bool _attends;
    private long _received;

    public MediaSession(MediaCommand.Open order, MediaOutbox outbox, byte[] cname, Func<ulong> entropy)
    {
        Id = order.Session;
        _outbox = outbox;
        _stream = new OutgoingStream(order.Ssrc, order.FirstSequence, order.FirstTimestamp);
        _localPort = order.LocalPort;
        _reports = new RtcpReports(_stream, _reception, cname, entropy);
    }

    public MediaSessionId Id { get; }

    /// <summary>When in the 20 ms it has its beat.</summary>
    public int Slot { get; init; }

    /// <summary>Where in the slot the machine keeps it.</summary>
    public int Place { get; set; }

    /// <summary>Set where it threw: nothing more is asked of it but to close.</summary>
    public bool IsBroken { get; set; }

    public MediaStatistics Statistics => new(_stream.Packets, _received, _reception.Lost, _reception.Jitter);

    private bool MaySend => _parameters is { } agreed && agreed.Direction.Sends() && _latch.Destination is not null;

    public void Configure(Instant now, MediaParameters parameters)
    {
        if (parameters.Secured is { } secured)
        {
            AgreeSecurity(now, secured);
        }
        else
        {
            _latch.Signal(now, parameters);
        }

        _reports.Begin(now);
        if (_parameters is null || !_parameters.Direction.Receives())
        {
            // Silence is counted from when the peer was asked to speak.
            _heard = now;
        }

        _parameters = parameters;
        _relay?.LetGo();
    }

    public void Play(MediaCommand.Play order)
    {
        _playout.Once(order.Token, order.Clips.IsDefault ? [] : order.Clips);
        TellPlayEnd();
    }

    public void PlayLoop(AudioClip clip) => _playout.Loop(clip);

    public void StopPlaying() => _playout.Stop();

    public void SendDigits(string digits) => (_keysOut ??= new TelephoneEventSender()).Add(digits);

    public void Join(MediaSession other)
    {
        Leave();
        other.Leave();
        Rise();
        other.Rise();
        _peer = other;
        _relay = new RelayMap(_stream);
        other._peer = this;
        other._relay = new RelayMap(other._stream);
        StopPlaying();
        other.StopPlaying();
        Attend();
    }

    public void Leave()
    {
        if (_peer is { } other)
        {
            _peer = null;
            _relay = null;
            other._peer = null;
            other._relay = null;
            Attend();
            other.Attend();
        }
    }

    public void StartRecording(MediaCommand.StartRecording order) => Record(new Recorder(_outbox, order));

    public void RecordCall(MediaCommand.RecordCall order) => Record(new CallTape(_outbox, order));

    public void PauseRecording(bool paused) => _tape?.Pause(paused);

    public void StopRecording(RecordingEnd why)
    {
        if (_tape is { } tape)
        {
            _tape = null;
            tape.End(why);
            Attend();
        }
    }

    /// <summary>Anew where it listened already: the token before is answered no more.</summary>
    public void ListenForGreeting(MediaCommand.ListenForGreeting order)
    {
        _ear = new GreetingEar(_outbox, order);
        Attend();
    }

    public void StopListening()
    {
        if (_ear is not null)
        {
            _ear = null;
            Attend();
        }
    }

    public void Close(Instant now)
    {
        StopListening();
        StopRecording(RecordingEnd.SessionClosed);
        Leave();
        Rise();
        if (_parameters is not null)
        {
            SendReport(now, bye: true);
        }
    }

    private void Record(Tape tape)
    {
        StopRecording(RecordingEnd.Stopped);
        _tape = tape;
        Attend();
    }

    private void TellPlayEnd()
    {
        if (_playout.TryTakeEnd(out var token))
        {
            _outbox.Tell(new MediaEvent.PlayEnded(Id, token));
        }
    }

    private void SendReport(Instant now, bool bye)
    {
        if (_latch.RtcpDestination is { } destination && _outbox.Rent() is { } buffer)
        {
            Send(buffer, true, destination, _reports.Write(now, buffer, bye));
        }
    }
}
