using Rappel.Core.Ivr;
using Rappel.Engine;
using Rappel.Media.Sessions;

namespace Rappel.Tests.Engine.Benches;

/// <summary>The media shell: remembers what each of the engine's ports plays, and says that it ended when told to.</summary>
internal sealed class FakeMedia(Bench bench)
{
    private readonly Dictionary<MediaSessionId, Session> _sessions = [];

    public int Count => _sessions.Count;

    /// <summary>What the far end of this port hears: <c>silence</c>, <c>music</c>, <c>ringing</c>, a text, <c>(beep)</c>, or <c>voice</c>.</summary>
    public string Heard(int port) => At(port)?.Playing ?? "nothing";

    /// <summary>Names what is being said there, and nothing said before it; null while nothing is.</summary>
    public int? Saying(int port) => At(port)?.Token;

    public bool AreBridged(int port, int other) => At(port) is { } one && At(other) is { } two && one.Bridged == two.Id && two.Bridged == one.Id;

    /// <summary>Keys that the engine pressed for whoever is at the far end.</summary>
    public string Keys(int port) => At(port)?.Keys ?? "";
    /// <summary>The ports that the far end of this one hears, bridged or mixed.</summary>
    public IEnumerable<int> Hears(int port) => At(port) is not { } session ? []
        : ((MediaSessionId[])[.. session.Bridged is { } other ? [other] : (MediaSessionId[])[], .. session.Mixed ?? []])
            .Select(id => _sessions.GetValueOrDefault(id)).OfType<Session>().Where(s => s.Bridged is not null || s.Mixed is not null).Select(s => s.Port).Order();

    /// <summary>How much is found in the file of a conversation whose process died.</summary>
    public TimeSpan FoundAfterCrash { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The disk takes no recording any more.</summary>
    public bool IsDiskFull { get; set; }

    /// <summary>Whether silence is written in the place of what is said there.</summary>
    public bool IsPaused(int port) => At(port) is { IsPaused: true };

    public bool IsRecording(int port) => At(port) is { Recording: not null };

    public void Press(int port, char key) => bench.Feed(new EngineInput.MediaHappened(new MediaEvent.DigitReceived(Of(port).Id, key)));

    /// <summary>What is being said there has been said.</summary>
    public void HearOut(int port)
    {
        var session = Of(port);
        Assert.NotNull(session.Token);
        var token = session.Token.Value;
        session.Token = null;
        session.Playing = "silence";
        bench.Feed(new EngineInput.MediaHappened(new MediaEvent.PlayEnded(session.Id, token)));
    }

    /// <summary>The recording there ends while the caller is still on the line.</summary>
    public void EndRecording(int port, RecordingEnd why) => EndRecording(Of(port), why);

    public bool IsListening(int port) => At(port) is { Listening: not null };

    /// <summary>What the ear makes of whoever answered there.</summary>
    public void Greet(int port, GreetingVerdict verdict) =>
        bench.Feed(new EngineInput.MediaHappened(new MediaEvent.GreetingHeard(Of(port).Id, Listening(port), verdict, TimeSpan.FromSeconds(2))));

    /// <summary>The greeting there has ended.</summary>
    public void EndGreeting(int port) =>
        bench.Feed(new EngineInput.MediaHappened(new MediaEvent.GreetingOver(Of(port).Id, Listening(port), true)));

    public void Vanish(int port) => bench.Feed(new EngineInput.MediaHappened(new MediaEvent.PeerVanished(Of(port).Id)));

    /// <summary>The page there has ended its audio, by its own goodbye.</summary>
    public void SayGoodbye(int port) => bench.Feed(new EngineInput.MediaHappened(new SecureEvent.PeerClosed(Of(port).Id)));

    /// <summary>The page there is not reached by audio.</summary>
    public void FindNoWay(int port) => bench.Feed(new EngineInput.MediaHappened(new SecureEvent.SecuringFailed(Of(port).Id, "no path")));

    public void Forget() => _sessions.Clear();

    public void Take(MediaOrder order)
    {
        if (order is MediaOrder.Open open)
        {
            Assert.DoesNotContain(_sessions.Values, s => s.Port == open.Port);
            _sessions[open.Session] = new Session(open.Session, open.Port);
            return;
        }

        if (order is MediaOrder.Mend mend)
        {
            bench.Later(() => bench.Feed(new EngineInput.MediaHappened(
                new MediaEvent.RecordingEnded(default, mend.Recording, FoundAfterCrash, RecordingEnd.SessionClosed))));
            return;
        }

        if (!_sessions.TryGetValue(order.Session, out var session))
        {
            return;
        }

        switch (order)
        {
            case MediaOrder.Speak speak:
                session.Play(string.Join(' ', speak.Segments.Select(Text)), speak.Token);
                break;
            case MediaOrder.Music music:
                session.Play(music.Source is null ? "music" : Text(music.Source), null);
                break;
            case MediaOrder.RingingTone:
                session.Play("ringing", null);
                break;
            case MediaOrder.Do { Command: MediaCommand.StopPlaying }:
                session.Play("silence", null);
                break;
            case MediaOrder.Do { Command: MediaCommand.ListenForGreeting listen }:
                session.Listening = listen.Token;
                break;
            case MediaOrder.Do { Command: MediaCommand.StopListening }:
                session.Listening = null;
                break;
            case MediaOrder.Do { Command: MediaCommand.Bridge bridge }:
                Bridge(session, _sessions[bridge.Other]);
                break;
            case MediaOrder.Do { Command: MediaCommand.Mix mix }:
                Unbridge(session);
                session.Mixed = [.. mix.Hears];
                session.Play("voice", null);
                break;
            case MediaOrder.Do { Command: MediaCommand.Unmix }:
                session.Mixed = null;
                session.Play("silence", null);
                break;
            case MediaOrder.Do { Command: MediaCommand.Unbridge }:
                Unbridge(session);
                break;
            case MediaOrder.Do { Command: MediaCommand.SendDigits digits }:
                session.Keys += digits.Digits;
                break;
            case MediaOrder.Record record:
                session.Recording = (record.Recording, bench.Now);
                session.Play("silence", null);
                break;
            case MediaOrder.RecordCall record:
                session.Recording = (record.Recording, bench.Now);
                break;
            case MediaOrder.Do { Command: MediaCommand.StopRecording }:
                EndRecording(session, RecordingEnd.Stopped);
                break;
            case MediaOrder.Do { Command: MediaCommand.PauseRecording pause }:
                session.IsPaused = pause.Paused;
                break;
            case MediaOrder.Close:
                Unbridge(session);
                EndRecording(session, RecordingEnd.SessionClosed);
                _sessions.Remove(session.Id);
                bench.Later(() => bench.Feed(new EngineInput.RtpPortReady(session.Port)));
                break;
        }
    }

    private static string Text(AudioSegment segment) => segment switch
    {
        AudioSegment.Speech speech => speech.Text,
        AudioSegment.Recording recording => recording.File,
        AudioSegment.Message message => message.File,
        _ => "(beep)",
    };

    private static void Bridge(Session one, Session other)
    {
        one.Play("voice", null);
        other.Play("voice", null);
        (one.Bridged, other.Bridged) = (other.Id, one.Id);
        (one.Mixed, other.Mixed) = (null, null);
    }

    private void Unbridge(Session session)
    {
        if (session.Bridged is { } id && _sessions.TryGetValue(id, out var other))
        {
            other.Bridged = null;
            other.Playing = "silence";
        }

        if (session.Bridged is not null)
        {
            session.Bridged = null;
            session.Playing = "silence";
        }
    }

    private void EndRecording(Session session, RecordingEnd why)
    {
        if (session.Recording is var (number, since))
        {
            session.Recording = null;
            var length = IsDiskFull ? TimeSpan.Zero : bench.Now - since;
            bench.Later(() => bench.Feed(new EngineInput.MediaHappened(new MediaEvent.RecordingEnded(session.Id, number, length, why))));
        }
    }

    private int Listening(int port)
    {
        Assert.NotNull(Of(port).Listening);
        return Of(port).Listening!.Value;
    }

    private Session Of(int port) => At(port) ?? throw new InvalidOperationException($"no media session is open on port {port}");

    private Session? At(int port) => _sessions.Values.FirstOrDefault(s => s.Port == port);

    private sealed class Session(MediaSessionId id, int port)
    {
        public MediaSessionId Id { get; } = id;

        public int Port { get; } = port;

        public string Playing { get; set; } = "silence";

        public int? Token { get; set; }

        public int? Listening { get; set; }

        public string Keys { get; set; } = "";

        public MediaSessionId? Bridged { get; set; }

        /// <summary>Whom it hears in a mix; null while it is in none.</summary>
        public MediaSessionId[]? Mixed { get; set; }

        public (long Number, Instant Since)? Recording { get; set; }

        public bool IsPaused { get; set; }

        public void Play(string what, int? token) => (Playing, Token) = (what, token);
    }
}
